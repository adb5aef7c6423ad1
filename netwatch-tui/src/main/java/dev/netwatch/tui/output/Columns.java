package dev.netwatch.tui.output;

import org.jline.utils.WCWidth;

/* Text measured in columns of a terminal, where one character takes none, one or two. */
final class Columns {
    private static final String CUT = "…";

    private Columns() {}

    static int width(String text) {
        return text.codePoints()
                .map(point -> Math.max(0, WCWidth.wcwidth(point)))
                .sum();
    }

    /** Cut or filled up to so many columns; what was cut ends in an ellipsis. */
    static String fit(String text, int width, boolean right) {
        String shown = width(text) <= width ? text : cut(text, width);
        String padding = " ".repeat(Math.max(0, width - width(shown)));
        return right ? padding + shown : shown + padding;
    }

    private static String cut(String text, int width) {
        StringBuilder kept = new StringBuilder();
        int taken = 0;
        for (int point : text.codePoints().toArray()) {
            taken += Math.max(0, WCWidth.wcwidth(point));
            if (taken > width - 1) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept.append(CUT).toString();
    }
}
