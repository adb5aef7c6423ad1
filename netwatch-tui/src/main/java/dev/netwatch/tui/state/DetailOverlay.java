package dev.netwatch.tui.state;

import dev.netwatch.tui.input.KeyName;

/**
 * Everything about the selected row, below or beside the table. The keys of the table work on: moving on shows the next
 * row, and quitting quits.
 *
 * @param scroll lines scrolled off at the top
 * @param whole whether it takes the place of the table
 */
public record DetailOverlay(int scroll, boolean whole) implements Overlay {
    /** As Enter opens it. */
    public static final DetailOverlay OPENED = new DetailOverlay(0, false);

    /** In the place of the table. */
    static final DetailOverlay WHOLE = new DetailOverlay(0, true);

    private static final int PAGE = 6;

    @Override
    public Pressed press(String key, Frame frame) {
        return switch (KeyName.of(key).orElse("")) {
            case KeyName.ESC -> whole ? Pressed.stays(OPENED) : Pressed.closed();
            case KeyName.ENTER -> Pressed.stays(new DetailOverlay(0, !whole));
            case "PgDn", "Ctrl-D", "Ctrl-F" -> scrolled(PAGE, frame);
            case "PgUp", "Ctrl-U", "Ctrl-B" -> scrolled(-PAGE, frame);
            case "Home", "g" -> scrolled(-scroll, frame);
            case "End", "G" -> scrolled(frame.overflow(), frame);
            case "Down", "j" -> whole ? scrolled(1, frame) : moved();
            case "Up", "k" -> whole ? scrolled(-1, frame) : moved();
            default -> Pressed.passed(this);
        };
    }

    private Pressed scrolled(int lines, Frame frame) {
        int wanted = Math.min(Math.max(0, Math.min(scroll, frame.overflow()) + lines), frame.overflow());
        return Pressed.stays(new DetailOverlay(wanted, whole));
    }

    /** Another row is read from its beginning. */
    private Pressed moved() {
        return Pressed.passed(new DetailOverlay(0, whole));
    }
}
