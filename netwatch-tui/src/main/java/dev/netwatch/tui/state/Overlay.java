package dev.netwatch.tui.state;

/**
 * Something that lies over the table and takes the keys while it does: a line that is edited, a list to pick from, a
 * question. A value: a key makes the next one. The {@link UiState} has a stack of them; the one on top is asked first.
 *
 * <p>To add one: a record in a file of its own here, its name in {@code permits}, what it looks like in
 * {@code screen.Overlays}, and a key or an {@link Effect.Open} that opens it.
 */
public sealed interface Overlay
        permits Picker, Question, LogOverlay, SettingsOverlay, HelpOverlay, DetailOverlay, FilterLine {

    /**
     * What a key makes of it. Pure. It sees every key but Ctrl-C and Ctrl-L, unknown sequences (mouse, focus) too, which
     * it leaves alone or {@link Pressed#passed passes}. Esc closes it.
     *
     * @param key as it was typed, such as {@code a}, {@code \033[A} or {@code \033}
     * @param frame what the user saw when it was typed
     */
    Pressed press(String key, Frame frame);
}
