package dev.netwatch.tui.screen;

import dev.netwatch.tui.state.Column;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/*
 * Which columns a width has room for, and how wide they are: a function of that width and of the user's choice alone, so
 * that nothing moves when the traffic changes. Columns come and go whole, in a fixed order; a step brings a column or
 * gives one more room. What is left over goes to the columns whose texts are cut.
 */
final class Layout {
    private record Step(Column column, int width) {}

    private static final Step[] STEPS = {
        new Step(Column.PROCESS, 11),
        new Step(Column.REMOTE, 16),
        new Step(Column.TOTAL, 8),
        new Step(Column.RECEIVED, 8),
        new Step(Column.SENT, 8),
        new Step(Column.PORT, 5),
        new Step(Column.STATUS, 4),
        new Step(Column.PROCESS, 13),
        new Step(Column.REMOTE, 20),
        new Step(Column.PID, 7),
        new Step(Column.CONNECTIONS, 6),
        new Step(Column.PORT, 9),
        new Step(Column.TREND, 10),
        new Step(Column.PROCESS, 15),
        new Step(Column.REMOTE, 24),
        new Step(Column.USER, 8),
        new Step(Column.ORGANISATION, 14),
        new Step(Column.LOCAL, 15),
        new Step(Column.STATE, 11),
        new Step(Column.RTT, 7),
        new Step(Column.CONTAINER, 10),
        new Step(Column.ORGANISATION, 20),
        new Step(Column.LOCAL, 21),
        new Step(Column.TREND, 16),
        new Step(Column.REMOTE, 30),
    };
    /** Selection, mark, and a blank. */
    static final int MARK = 3;
    /** For the scroll bar. */
    private static final int MARGIN = 1;

    private static final int WIDEST_PROCESS = 32;
    private static final int WIDEST_REMOTE = 56;
    private static final int WIDEST_ORGANISATION = 32;

    private final Map<Column, Integer> widths = new EnumMap<>(Column.class);

    private final List<Column> wanted;

    private Layout(List<Column> wanted) {
        this.wanted = wanted;
    }

    /**
     * @param columns that the table may take
     * @param wanted columns that the user wants to see, from left to right
     */
    static Layout of(int columns, List<Column> wanted) {
        Layout layout = new Layout(wanted);
        int spare = columns - MARK - MARGIN;
        for (Step step : STEPS) {
            if (!wanted.contains(step.column)) {
                continue;
            }
            Integer before = layout.widths.get(step.column);
            int cost = before == null ? layout.gap(step.column) + step.width : step.width - before;
            if (cost > spare) {
                break;
            }
            spare -= cost;
            layout.widths.put(step.column, step.width);
        }
        layout.share(spare);
        return layout;
    }

    private void share(int spare) {
        int left = spare - widen(Column.PROCESS, spare / 4, WIDEST_PROCESS);
        left -= widen(Column.REMOTE, left, WIDEST_REMOTE);
        left -= widen(Column.ORGANISATION, left, WIDEST_ORGANISATION);
        widen(Column.PROCESS, left, Integer.MAX_VALUE);
    }

    private int widen(Column column, int by, int widest) {
        Integer before = widths.get(column);
        if (before == null) {
            return 0;
        }
        int more = Math.max(0, Math.min(by, widest - before));
        widths.put(column, before + more);
        return more;
    }

    /** Widths of the columns shown, from left to right. */
    Map<Column, Integer> widths() {
        Map<Column, Integer> ordered = new LinkedHashMap<>();
        for (Column column : wanted) {
            if (widths.containsKey(column)) {
                ordered.put(column, widths.get(column));
            }
        }
        return ordered;
    }

    /** Columns of nothing before it: none before the first. */
    int gap(Column column) {
        boolean first = !wanted.isEmpty() && wanted.get(0) == column;
        return first ? 0 : Math.max(1, column == Column.PROCESS ? 2 : column.gap());
    }

    boolean shows(Column column) {
        return widths.containsKey(column);
    }

    /** Columns that the table takes. */
    int total() {
        int total = MARK;
        for (Map.Entry<Column, Integer> entry : widths.entrySet()) {
            total += gap(entry.getKey()) + entry.getValue();
        }
        return total;
    }
}
