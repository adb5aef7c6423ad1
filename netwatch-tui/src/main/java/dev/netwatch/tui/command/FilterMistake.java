package dev.netwatch.tui.command;

import dev.netwatch.domain.query.FilterSyntaxException;
import java.util.List;
import org.jline.utils.WCWidth;

/* The filter, and under it a mark at the mistake. */
final class FilterMistake {
    private static final String INDENT = "  ";

    private FilterMistake() {}

    static List<String> lines(FilterSyntaxException mistake) {
        String filter = mistake.filter();
        int from = mistake.column();
        int to = Math.min(filter.length(), from + mistake.length());
        int before = width(shown(filter.substring(0, from)));
        int marked = Math.max(1, width(shown(filter.substring(from, to))));
        return List.of(INDENT + shown(filter), INDENT + " ".repeat(before) + "^".repeat(marked));
    }

    /** Of what a terminal does not draw in a column or two, a question mark, so that the mark stays in its place. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean drawn = WCWidth.wcwidth(point) > 0 && Character.getType(point) != Character.FORMAT;
            shown.appendCodePoint(drawn ? point : '?');
        });
        return shown.toString();
    }

    private static int width(String text) {
        return text.codePoints().map(WCWidth::wcwidth).sum();
    }
}
