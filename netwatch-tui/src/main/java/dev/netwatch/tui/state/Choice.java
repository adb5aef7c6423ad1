package dev.netwatch.tui.state;

import java.util.Locale;
import java.util.Optional;

/**
 * Something to pick from a list.
 *
 * @param label may be foreign text
 * @param note what it means, in a few words; may be empty
 * @param effect of picking it
 * @param marked whether it is on; empty for what is picked once, not switched on and off
 */
public record Choice(String label, String note, Effect effect, Optional<Boolean> marked) {
    /** Picked once. */
    public static Choice of(String label, String note, Effect effect) {
        return new Choice(label, note, effect, Optional.empty());
    }

    /** Switched on and off. */
    public static Choice toggle(String label, String note, Effect effect, boolean on) {
        return new Choice(label, note, effect, Optional.of(on));
    }

    Choice switched() {
        return new Choice(label, note, effect, marked.map(on -> !on));
    }

    boolean matches(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return label.toLowerCase(Locale.ROOT).contains(wanted)
                || note.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
