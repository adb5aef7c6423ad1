package dev.netwatch.tui.state;

import java.util.List;
import java.util.Optional;

/**
 * What a key made of an {@link Overlay}.
 *
 * @param overlay what lies there now; empty if it has closed
 * @param effects what else is to happen, in this order, after that
 * @param passed whether the key means nothing to it and goes to what lies below
 */
public record Pressed(Optional<Overlay> overlay, List<Effect> effects, boolean passed) {
    public Pressed {
        effects = List.copyOf(effects);
    }

    /** It stays, changed or as it was. */
    public static Pressed stays(Overlay overlay, Effect... effects) {
        return new Pressed(Optional.of(overlay), List.of(effects), false);
    }

    /** It closes. */
    public static Pressed closed(Effect... effects) {
        return new Pressed(Optional.empty(), List.of(effects), false);
    }

    /** It stays as it was, and what lies below gets the key. */
    public static Pressed passed(Overlay overlay) {
        return new Pressed(Optional.of(overlay), List.of(), true);
    }
}
