package dev.netwatch.tui.state;

import dev.netwatch.domain.query.ListLine;
import dev.netwatch.domain.query.TrafficRow;
import java.util.List;
import java.util.Optional;

/**
 * What the user sees when they press a key.
 *
 * @param options of the table
 * @param rows of the table, in order, those in closed groups too
 * @param lines of the table: rows and headers of groups
 * @param index of the selected line, 0 without lines
 * @param page how many lines the screen holds
 * @param overflow how many lines of the overlay that is asked do not fit on the screen: as far as it can be scrolled
 */
public record Frame(
        TableOptions options, List<TrafficRow> rows, List<ListLine> lines, int index, int page, int overflow) {
    /** Without groups, and with nothing to scroll. */
    public Frame(TableOptions options, List<TrafficRow> rows, int index, int page) {
        this(options, rows, plain(rows), index, page, 0);
    }

    private static List<ListLine> plain(List<TrafficRow> rows) {
        return rows.stream().<ListLine>map(row -> new ListLine.Row(row, 0)).toList();
    }

    /** The line the keys act on; empty while there are none. */
    public Optional<ListLine> line() {
        return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
    }

    /** The row the keys act on; empty while there is none, and on the header of a group. */
    public Optional<TrafficRow> selected() {
        return line().filter(ListLine.Row.class::isInstance).map(line -> ((ListLine.Row) line).row());
    }

    /** The header of a group the keys act on; empty on a row. */
    public Optional<ListLine.Group> group() {
        return line().filter(ListLine.Group.class::isInstance).map(ListLine.Group.class::cast);
    }
}
