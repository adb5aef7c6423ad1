package dev.netwatch.tui.screen;

import java.util.EnumMap;
import java.util.Map;

/*
 * Which columns a width has room for, and how wide they are: a function of that width alone, so that nothing moves when
 * the traffic changes. Columns come and go whole, in a fixed order; a step brings a column or gives one more room. What
 * is left over goes to the two columns whose texts are cut.
 */
final class Layout {
    private record Step(Column column, int width) {}

    private static final Step[] STEPS = {
        new Step(Column.PROCESS, 13),
        new Step(Column.REMOTE, 18),
        new Step(Column.TOTAL, 8),
        new Step(Column.RECEIVED, 8),
        new Step(Column.PORT, 5),
        new Step(Column.SENT, 8),
        new Step(Column.STATUS, 4),
        new Step(Column.CONNECTIONS, 6),
        new Step(Column.PROTOCOL, 5),
        new Step(Column.STATUS, 9),
        new Step(Column.DIRECTION, 3),
        new Step(Column.PID, 7),
        new Step(Column.PROCESS, 16),
        new Step(Column.REMOTE, 30),
        new Step(Column.LOCAL, 21),
        new Step(Column.ORGANISATION, 20),
        new Step(Column.STATE, 11),
        new Step(Column.USER, 8),
        new Step(Column.RTT, 7),
    };
    private static final int MARK = 2;
    private static final int MARGIN = 1;
    private static final int WIDEST_PROCESS = 32;
    private static final int WIDEST_REMOTE = 64;

    private final Map<Column, Integer> widths = new EnumMap<>(Column.class);

    private Layout() {}

    /** @param columns of the terminal */
    static Layout of(int columns) {
        Layout layout = new Layout();
        int spare = columns - MARK - MARGIN;
        for (Step step : STEPS) {
            Integer before = layout.widths.get(step.column);
            int cost = before == null ? step.column.gap() + step.width : step.width - before;
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
        widen(Column.REMOTE, left, WIDEST_REMOTE);
    }

    private int widen(Column column, int by, int widest) {
        int before = widths.getOrDefault(column, 0);
        int more = Math.max(0, Math.min(by, widest - before));
        widths.put(column, before + more);
        return more;
    }

    /** Widths of the columns shown, from left to right. */
    Map<Column, Integer> widths() {
        return widths;
    }

    boolean shows(Column column) {
        return widths.containsKey(column);
    }

    /** Columns that the table takes. */
    int total() {
        int total = MARK;
        for (Map.Entry<Column, Integer> entry : widths.entrySet()) {
            total += entry.getKey().gap() + entry.getValue();
        }
        return total;
    }
}
