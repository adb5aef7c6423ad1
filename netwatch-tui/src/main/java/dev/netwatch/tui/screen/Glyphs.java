package dev.netwatch.tui.screen;

/**
 * The signs that are not letters. All are one column wide ({@code ellipsis} of ASCII: two); those of {@link #UNICODE} are
 * of ambiguous width in East Asian terminals, which get {@link #ASCII}.
 *
 * @param fresh before a peer never seen before
 * @param live before what is open and carries bytes
 * @param idle before what is open and carries none
 * @param waiting before what waits for peers
 * @param gone before what is closed, and before failures
 * @param inbound before a peer that connected to us
 * @param folded before a group that is closed
 * @param unfolded before a group whose rows are shown
 * @param received beside what comes in
 * @param sent beside what goes out
 * @param frame left top corner, horizontal, right top corner, vertical, left bottom corner, right bottom corner
 * @param thumb where in a longer text the screen is
 * @param levels of a graph, from nothing measured to the most
 */
public record Glyphs(
        boolean ascii,
        String selected,
        String fresh,
        String live,
        String idle,
        String waiting,
        String gone,
        String inbound,
        String folded,
        String unfolded,
        String unknown,
        String ellipsis,
        String times,
        String dot,
        String received,
        String sent,
        String descending,
        String ascending,
        String range,
        String dash,
        String arrows,
        String[] frame,
        String thumb,
        String levels) {

    // No light box lines: JLine sends those through the terminal's alternate character set, which not all have.
    public static final Glyphs UNICODE = new Glyphs(
            false,
            "▌",
            "★",
            "●",
            "○",
            "◇",
            "×",
            "←",
            "▸",
            "▾",
            "–",
            "…",
            "×",
            "· ",
            "↓",
            "↑",
            "▼",
            "▲",
            "–",
            " — ",
            "↑ ↓",
            new String[] {"┏", "━", "┓", "┃", "┗", "┛"},
            "┃",
            " ▁▂▃▄▅▆▇█");

    public static final Glyphs ASCII = new Glyphs(
            true,
            ">",
            "*",
            "+",
            "o",
            "L",
            "x",
            "<",
            ">",
            "v",
            "-",
            "..",
            "x",
            "| ",
            "v",
            "^",
            "v",
            "^",
            "-",
            " - ",
            "Up Dn",
            new String[] {"+", "-", "+", "|", "+", "+"},
            "|",
            " _.,-=+*#");
}
