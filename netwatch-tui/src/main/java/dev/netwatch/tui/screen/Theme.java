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
 * @param received graphs and signs of what comes in
 * @param sent graphs and signs of what goes out
 * @param heading above the columns
 * @param headingAccent above the column that orders the rows
 * @param selected the whole selected row
 * @param tab the tab one looks at
 */
public record Theme(
        AttributedStyle plain,
        AttributedStyle strong,
        AttributedStyle faint,
        AttributedStyle accent,
        AttributedStyle fresh,
        AttributedStyle alarm,
        AttributedStyle received,
        AttributedStyle sent,
        AttributedStyle heading,
        AttributedStyle headingAccent,
        AttributedStyle selected,
        AttributedStyle tab) {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

    public static final Theme COLOR = new Theme(
            PLAIN,
            PLAIN.bold(),
            PLAIN.faint(),
            PLAIN.foreground(AttributedStyle.CYAN),
            PLAIN.foreground(AttributedStyle.YELLOW),
            PLAIN.foreground(AttributedStyle.RED).bold(),
            PLAIN.foreground(AttributedStyle.GREEN),
            PLAIN.foreground(AttributedStyle.MAGENTA),
            PLAIN.faint().underline(),
            PLAIN.foreground(AttributedStyle.CYAN).bold().underline(),
            PLAIN.foreground(AttributedStyle.CYAN).inverse(),
            PLAIN.foreground(AttributedStyle.CYAN).bold().inverse());

    /** Without colours: bold, faint, underlined and reversed text do. */
    public static final Theme MONO = new Theme(
            PLAIN,
            PLAIN.bold(),
            PLAIN.faint(),
            PLAIN.bold(),
            PLAIN.bold(),
            PLAIN.bold(),
            PLAIN,
            PLAIN,
            PLAIN.faint().underline(),
            PLAIN.bold().underline(),
            PLAIN.inverse(),
            PLAIN.bold().inverse());
}
