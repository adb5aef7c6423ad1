package dev.netwatch.tui.output;

import dev.netwatch.domain.name.ForeignText;
import java.util.ArrayList;
import java.util.List;

/*
 * An aligned table. On a terminal it fits the width: columns first become narrower, then leave whole, the least
 * important first; anywhere else nothing is cut. Every cell is taken as foreign text.
 */
final class TextTable {
    /** No limit to the width: the reader is a file or a program. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private static final String GAP = "  ";

    private final List<TextColumn> columns;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<TextColumn> columns) {
        this.columns = columns;
    }

    void row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(cells.stream().map(ForeignText::printable).toList());
    }

    /** The head and the rows, without line ends. */
    List<String> lines(int width) {
        int[] widths = fit(natural(), width);
        List<String> lines = new ArrayList<>(rows.size() + 1);
        lines.add(line(columns.stream().map(TextColumn::title).toList(), widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int[] natural() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Columns.width(columns.get(i).title());
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], Columns.width(row.get(i)));
            }
        }
        return widths;
    }

    /** @return the widths of the columns, 0 for one that leaves */
    private int[] fit(int[] natural, int width) {
        int[] widths = natural.clone();
        while (total(narrowest(widths)) > width) {
            int leaving = leastImportant(widths);
            if (leaving < 0) {
                break; // what is left is needed; the terminal breaks the line
            }
            widths[leaving] = 0;
        }
        int excess = total(widths) == 0 ? 0 : Math.max(0, total(widths) - width);
        while (excess > 0) {
            int widest = widestElastic(widths);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
            excess--;
        }
        return widths;
    }

    private int[] narrowest(int[] widths) {
        int[] narrow = widths.clone();
        for (int i = 0; i < narrow.length; i++) {
            if (narrow[i] > 0 && columns.get(i).narrowest() > 0) {
                narrow[i] = Math.min(narrow[i], columns.get(i).narrowest());
            }
        }
        return narrow;
    }

    private static int total(int[] widths) {
        int total = -GAP.length();
        for (int width : widths) {
            total += width == 0 ? 0 : width + GAP.length();
        }
        return Math.max(0, total);
    }

    private int leastImportant(int[] widths) {
        int found = -1;
        for (int i = 0; i < widths.length; i++) {
            int priority = columns.get(i).priority();
            boolean mayLeave = widths[i] > 0 && priority > 0;
            if (mayLeave && (found < 0 || priority > columns.get(found).priority())) {
                found = i;
            }
        }
        return found;
    }

    private int widestElastic(int[] widths) {
        int found = -1;
        for (int i = 0; i < widths.length; i++) {
            int narrowest = columns.get(i).narrowest();
            boolean canShrink = narrowest > 0 && widths[i] > narrowest;
            if (canShrink && (found < 0 || widths[i] > widths[found])) {
                found = i;
            }
        }
        return found;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > 0) {
                line.append(line.length() == 0 ? "" : GAP)
                        .append(Columns.fit(
                                cells.get(i), widths[i], columns.get(i).right()));
            }
        }
        return line.toString().stripTrailing();
    }
}
