package dev.netwatch.tui.state;

import dev.netwatch.tui.input.KeyBindings;

/** The keys, explained. Any key closes it. */
public record HelpOverlay() implements Overlay {
    private static final KeyBindings KEYS = KeyBindings.DEFAULT;

    @Override
    public Pressed press(String key, Frame frame) {
        return KEYS.actionOf(key).isPresent() ? Pressed.closed() : Pressed.stays(this);
    }
}
