package dev.netwatch.tui.screen;

import dev.netwatch.tui.input.KeyBindings;

/**
 * How the screen looks, apart from what it says.
 *
 * @param keys to name in hints and help
 */
public record Look(Theme theme, Glyphs glyphs, KeyBindings keys) {
    /** With the usual keys. */
    public Look(Theme theme, Glyphs glyphs) {
        this(theme, glyphs, KeyBindings.DEFAULT);
    }
}
