package dev.netwatch.tui.state;

import dev.netwatch.tui.input.KeyBindings;
import dev.netwatch.tui.input.KeyName;

/**
 * The keys that work in what lies below, explained. Any key closes it but those that scroll, where there is more.
 *
 * @param scroll lines scrolled off at the top
 */
public record HelpOverlay(int scroll) implements Overlay {
    /** At its beginning. */
    public static final HelpOverlay OPENED = new HelpOverlay(0);

    private static final KeyBindings KEYS = KeyBindings.DEFAULT;
    private static final int PAGE = 10;

    @Override
    public Pressed press(String key, Frame frame) {
        if (frame.overflow() == 0) {
            return closed(key);
        }
        return switch (KeyName.of(key).orElse("")) {
            case "Down", "j" -> scrolled(1, frame);
            case "Up", "k" -> scrolled(-1, frame);
            case "PgDn", "Ctrl-F", "Space" -> scrolled(PAGE, frame);
            case "PgUp", "Ctrl-B" -> scrolled(-PAGE, frame);
            case "Home", "g" -> scrolled(-scroll, frame);
            case "End", "G" -> scrolled(frame.overflow(), frame);
            default -> closed(key);
        };
    }

    private Pressed closed(String key) {
        return KEYS.actionOf(key).isPresent() ? Pressed.closed() : Pressed.stays(this);
    }

    private Pressed scrolled(int lines, Frame frame) {
        return Pressed.stays(new HelpOverlay(Math.max(0, Math.min(scroll + lines, frame.overflow()))));
    }
}
