package dev.netwatch.tui.screen;

import dev.netwatch.tui.state.ThemeName;
import org.jline.utils.AttributedStyle;

/**
 * The colours of a theme, one for each thing that has a colour of its own. All else is in the terminal's own ink, so that
 * it can be read whatever the paper is.
 *
 * @param quiet what is gone or said in passing
 * @param chosen below the selected row, with black or white on it
 */
record Inks(Ink quiet, Ink accent, Ink fresh, Ink alarm, Ink received, Ink sent, Ink chosen) {
    private static final int OWN = -1;

    private static final Inks DARK = new Inks(
            ink(0x8a8a8a, OWN),
            ink(0x6cb6ff, AttributedStyle.CYAN),
            ink(0xe5c07b, AttributedStyle.YELLOW),
            ink(0xff7b72, AttributedStyle.RED),
            ink(0x7ec699, AttributedStyle.GREEN),
            ink(0xd2a8ff, AttributedStyle.MAGENTA),
            ink(0x264f78, AttributedStyle.CYAN));

    private static final Inks LIGHT = new Inks(
            ink(0x656d76, OWN),
            ink(0x0550ae, AttributedStyle.BLUE),
            ink(0x8a4600, AttributedStyle.MAGENTA),
            ink(0xb3001e, AttributedStyle.RED),
            ink(0x116329, AttributedStyle.GREEN),
            ink(0x6f2da8, AttributedStyle.MAGENTA),
            ink(0xb6d7ff, AttributedStyle.BLUE));

    /* Its accents are made to be read on its dark (#002b36) and on its light paper (#fdf6e3). */
    private static final Inks SOLARIZED = new Inks(
            ink(0x74888d, OWN),
            ink(0x268bd2, AttributedStyle.BLUE),
            ink(0xb58900, AttributedStyle.YELLOW),
            ink(0xdc322f, AttributedStyle.RED),
            ink(0x859900, AttributedStyle.GREEN),
            ink(0x6c71c4, AttributedStyle.MAGENTA),
            ink(0x268bd2, AttributedStyle.BLUE));

    private static final Inks HIGH_CONTRAST = new Inks(
            ink(0xd0d0d0, OWN),
            ink(0x5fffff, AttributedStyle.CYAN),
            ink(0xffff5f, AttributedStyle.YELLOW),
            ink(0xff8787, AttributedStyle.RED),
            ink(0x5fff87, AttributedStyle.GREEN),
            ink(0xffafff, AttributedStyle.MAGENTA),
            ink(0xffff5f, AttributedStyle.YELLOW));

    private static Ink ink(int rgb, int near) {
        return new Ink(rgb, near);
    }

    /** Of a theme that brings its own. */
    static Inks of(ThemeName theme) {
        return switch (theme) {
            case DARK -> DARK;
            case LIGHT -> LIGHT;
            case SOLARIZED -> SOLARIZED;
            case HIGH_CONTRAST -> HIGH_CONTRAST;
            case TERMINAL, MONO -> throw new IllegalArgumentException(theme + " has no inks of its own");
        };
    }
}
