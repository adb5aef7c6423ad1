package dev.netwatch.tui.screen;

/**
 * The signs that are not letters. All are one column wide ({@code ellipsis} of ASCII: two); those of {@link #UNICODE} are
 * of ambiguous width in East Asian terminals, which get {@link #ASCII}.
 *
 * @param received beside what comes in
 * @param sent beside what goes out
 * @param frame left top corner, horizontal, right top corner, vertical, left bottom corner, right bottom corner
 */
public record Glyphs(
        boolean ascii,
        String selected,
        String live,
        String idle,
        String failed,
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
        String[] frame) {

    // No light box lines: JLine sends those through the terminal's alternate character set, which not all have.
    public static final Glyphs UNICODE = new Glyphs(
            false, "▌", "●", "○", "×", "–", "…", "×", "· ", "↓", "↑", "▼", "▲", "–", " — ", "↑ ↓", new String[] {
                "┏", "━", "┓", "┃", "┗", "┛"
            });

    public static final Glyphs ASCII = new Glyphs(
            true, ">", "*", "o", "x", "-", "..", "x", "| ", "v", "^", "v", "^", "-", " - ", "Up Dn", new String[] {
                "+", "-", "+", "|", "+", "+"
            });
}
