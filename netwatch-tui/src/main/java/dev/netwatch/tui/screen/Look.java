package dev.netwatch.tui.screen;

import dev.netwatch.tui.input.KeyBindings;
import dev.netwatch.tui.state.Units;

/**
 * How the screen looks, apart from what it says.
 *
 * @param keys to name in hints and help
 * @param units of amounts
 */
public record Look(Theme theme, Glyphs glyphs, KeyBindings keys, Units units) {
    /** How amounts are written. */
    ByteFormat amounts() {
        return new ByteFormat(units);
    }

    /** With the usual keys and units. */
    public Look(Theme theme, Glyphs glyphs) {
        this(theme, glyphs, KeyBindings.DEFAULT, Units.DEFAULT);
    }
}
