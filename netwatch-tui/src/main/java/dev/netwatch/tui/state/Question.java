package dev.netwatch.tui.state;

import dev.netwatch.tui.input.KeyName;

/**
 * A question before what reaches further than the user may see.
 *
 * @param sentence names what it is about; may hold foreign text
 * @param yes what {@code y} does
 */
public record Question(String sentence, Effect yes) implements Overlay {
    /** @param hidden how many processes are, those that a configuration file hides among them */
    public static Question clearing(int hidden, Effect yes) {
        String processes = hidden == 1 ? "1 process is" : hidden + " processes are";
        return new Question(
                processes
                        + " excluded, perhaps since earlier runs. Show all again but those in the configuration file?",
                yes);
    }

    @Override
    public Pressed press(String key, Frame frame) {
        return switch (KeyName.of(key).orElse("")) {
            case "y", "Y" -> Pressed.closed(yes);
            case "n", "N", "q", KeyName.ESC -> Pressed.closed();
            default -> Pressed.stays(this);
        };
    }
}
