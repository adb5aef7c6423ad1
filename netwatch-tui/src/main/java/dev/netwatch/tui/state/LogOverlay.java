package dev.netwatch.tui.state;

import dev.netwatch.tui.input.KeyName;

/**
 * What the user was told, to be read again.
 *
 * @param log as it was when it was opened
 * @param top of its lines, the first that is shown; the latest come first
 */
public record LogOverlay(NoticeLog log, int top) implements Overlay {
    @Override
    public Pressed press(String key, Frame frame) {
        return switch (KeyName.of(key).orElse("")) {
            case KeyName.ESC, KeyName.ENTER, "q", "L" -> Pressed.closed();
            case "Up", "k" -> at(top - 1, frame);
            case "Down", "j" -> at(top + 1, frame);
            case "PgUp", "Ctrl-B" -> at(top - frame.page(), frame);
            case "PgDn", "Ctrl-F", "Space" -> at(top + frame.page(), frame);
            case "Home", "g" -> at(0, frame);
            case "End", "G" -> at(Integer.MAX_VALUE, frame);
            default -> Pressed.stays(this);
        };
    }

    private Pressed at(int wanted, Frame frame) {
        return Pressed.stays(new LogOverlay(log, Math.max(0, Math.min(wanted, frame.overflow()))));
    }
}
