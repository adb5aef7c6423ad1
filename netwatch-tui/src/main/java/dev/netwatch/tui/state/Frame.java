package dev.netwatch.tui.state;

import dev.netwatch.domain.query.TrafficRow;
import java.util.List;
import java.util.Optional;

/**
 * What the user sees when they press a key.
 *
 * @param options of the table
 * @param rows of the table, in order
 * @param index of the selected row, 0 without rows
 * @param page how many rows the screen holds
 * @param overflow how many lines of the overlay that is asked do not fit on the screen: as far as it can be scrolled
 */
public record Frame(TableOptions options, List<TrafficRow> rows, int index, int page, int overflow) {
    /** With nothing to scroll. */
    public Frame(TableOptions options, List<TrafficRow> rows, int index, int page) {
        this(options, rows, index, page, 0);
    }

    /** The row the keys act on; empty while there are none. */
    public Optional<TrafficRow> selected() {
        return index < rows.size() ? Optional.of(rows.get(index)) : Optional.empty();
    }
}
