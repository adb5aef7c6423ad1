package dev.netwatch.tui.screen;

import org.jline.utils.AttributedStyle;

/**
 * What each kind of text looks like. The colours are the terminal's own palette, so they fit dark and light alike; each
 * means one thing, and none is the only sign of it.
 *
 * @param accent what leads the eye: the program's name, keys, the sort column
 * @param fresh a peer never seen before
 * @param alarm something failed
 * @param faint what is gone, zero, or said in passing
 * @param selected the whole selected row
 */
public record Theme(
        AttributedStyle plain,
        AttributedStyle strong,
        AttributedStyle faint,
        AttributedStyle accent,
        AttributedStyle fresh,
        AttributedStyle alarm,
        AttributedStyle heading,
        AttributedStyle headingAccent,
        AttributedStyle selected) {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

    public static final Theme COLOR = new Theme(
            PLAIN,
            PLAIN.bold(),
            PLAIN.faint(),
            PLAIN.foreground(AttributedStyle.CYAN),
            PLAIN.foreground(AttributedStyle.YELLOW),
            PLAIN.foreground(AttributedStyle.RED).bold(),
            PLAIN.faint().underline(),
            PLAIN.foreground(AttributedStyle.CYAN).bold().underline(),
            PLAIN.foreground(AttributedStyle.CYAN).inverse());

    /** Without colours: bold, faint, underlined and reversed text do. */
    public static final Theme MONO = new Theme(
            PLAIN,
            PLAIN.bold(),
            PLAIN.faint(),
            PLAIN.bold(),
            PLAIN.bold(),
            PLAIN.bold(),
            PLAIN.faint().underline(),
            PLAIN.bold().underline(),
            PLAIN.inverse());
}
