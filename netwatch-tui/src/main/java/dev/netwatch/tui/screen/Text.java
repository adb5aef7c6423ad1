package dev.netwatch.tui.screen;

import dev.netwatch.domain.name.ForeignText;
import org.jline.utils.WCWidth;

/*
 * All foreign text passes through `foreign` before it reaches a cell, and all widths are asked of this class: JLine's
 * table of widths is what its Display counts with. What that table and terminals measure differently (flags, skin tones)
 * is replaced.
 */
/** Text measured in columns. */
final class Text {
    private Text() {}

    /** What others wrote, harmless and of a width that terminals agree on; in ASCII where only that can be shown. */
    static String foreign(String text, boolean ascii) {
        if (isPlain(text)) {
            return text;
        }
        String printable = ForeignText.printable(text);
        StringBuilder kept = new StringBuilder(printable.length());
        for (int i = 0; i < printable.length(); ) {
            int point = printable.codePointAt(i);
            i += Character.charCount(point);
            boolean kind = ascii ? point < 0x7f : WCWidth.wcwidth(point) >= 0 && !isMeasuredVariously(point);
            kept.appendCodePoint(kind ? point : substitute(point));
        }
        return kept.toString();
    }

    private static int substitute(int point) {
        return switch (point) {
            case '–', '—' -> '-';
            case '‘', '’', '“', '”' -> '\'';
            default -> '?';
        };
    }

    /** Flags are pairs of regional indicators, and skin tones melt into what stands before them: in some terminals. */
    private static boolean isMeasuredVariously(int point) {
        return point >= 0x1f1e6 && point <= 0x1f1ff || point >= 0x1f3fb && point <= 0x1f3ff;
    }

    /** Printable ASCII without runs of blanks: nearly everything, so the careful way is rarely taken. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' ' || unit > '~' || unit == ' ' && before == ' ') {
                return false;
            }
            before = unit;
        }
        return before != ' ' || text.isEmpty();
    }

    static int width(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            columns += widthOf(point);
        }
        return columns;
    }

    private static int widthOf(int point) {
        return point >= ' ' && point < 0x7f ? 1 : Math.max(0, WCWidth.wcwidth(point));
    }

    /** The text, its end cut off where it is wider; never half a wide character, so it may be one column narrower. */
    static String cut(String text, int columns, String ellipsis) {
        if (width(text) <= columns) {
            return text;
        }
        int room = columns - width(ellipsis);
        return room < 0 ? head(text, columns) : head(text, room) + ellipsis;
    }

    /** The text, its middle cut out where it is wider: of a host name or an address both ends tell. */
    static String cutMiddle(String text, int columns, String ellipsis) {
        if (width(text) <= columns) {
            return text;
        }
        int room = columns - width(ellipsis);
        if (room < 8) {
            return cut(text, columns, ellipsis);
        }
        int tail = room / 2;
        return head(text, room - tail) + ellipsis + tail(text, tail);
    }

    private static String head(String text, int columns) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            used += widthOf(point);
            if (used > columns) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end);
    }

    private static String tail(String text, int columns) {
        int used = 0;
        int start = text.length();
        int candidate = start;
        while (candidate > 0) {
            int point = text.codePointBefore(candidate);
            used += widthOf(point);
            if (used > columns) {
                break;
            }
            candidate -= Character.charCount(point);
            // A combining mark must not lose the letter it belongs to.
            start = widthOf(point) > 0 ? candidate : start;
        }
        return text.substring(start);
    }
}
