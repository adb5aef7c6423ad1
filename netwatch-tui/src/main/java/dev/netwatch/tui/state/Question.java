package dev.netwatch.tui.state;

import dev.netwatch.tui.input.KeyName;

/**
 * A question before what cannot be undone.
 *
 * @param sentence names what it is about; may hold foreign text
 * @param yes what {@code y} does
 */
public record Question(String sentence, Effect yes) implements Overlay {
    @Override
    public Pressed press(String key, Frame frame) {
        return switch (KeyName.of(key).orElse("")) {
            case "y", "Y" -> Pressed.closed(yes);
            case "n", "N", "q", KeyName.ESC -> Pressed.closed();
            default -> Pressed.stays(this);
        };
    }
}
