package dev.netwatch.tui.screen;

import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.tui.state.Column;
import dev.netwatch.tui.state.TableOptions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/* The table: its head, and one line for a row. */
final class Table {
    private final Look look;
    private final Layout layout;
    private final Order order;
    private final boolean perSecond;
    private final int columns;
    private final Cells cells;

    /** @param columns that it takes */
    Table(Look look, int columns, TableOptions options, Instant now) {
        this.look = look;
        this.columns = columns;
        this.layout = Layout.of(columns, options.columns());
        this.order = options.order();
        this.perSecond = options.rates();
        this.cells = new Cells(look, layout, perSecond, now);
    }

    /** Underlined over the whole width, so that it parts head and rows without taking a line. */
    AttributedString head() {
        AttributedStyle style = look.theme().heading();
        Line line = new Line();
        int start = Layout.MARK;
        for (Map.Entry<Column, Integer> entry : layout.widths().entrySet()) {
            Column column = entry.getKey();
            boolean sorted = column.sortKey() == order.key();
            String title = column.title(perSecond);
            Cell cell = sorted ? new Cell(title + arrow(), look.theme().headingAccent()) : new Cell(title, style);
            start += layout.gap(column);
            // A title may take the gap behind it for its arrow.
            int width = entry.getValue() + (column.isRight() ? 0 : 1);
            place(line, start, width, column.isRight(), cell, style);
            start += entry.getValue();
        }
        return line.padTo(columns, style).build();
    }

    private String arrow() {
        return order.descending() ? look.glyphs().descending() : look.glyphs().ascending();
    }

    /** The column whose head or cells are at this place; empty beside them. */
    Optional<Column> columnAt(int place) {
        int start = Layout.MARK;
        for (Map.Entry<Column, Integer> entry : layout.widths().entrySet()) {
            int end = start + layout.gap(entry.getKey()) + entry.getValue();
            if (place >= start && place < end) {
                return Optional.of(entry.getKey());
            }
            start = end;
        }
        return Optional.empty();
    }

    AttributedString row(TrafficRow row, boolean selected) {
        Theme theme = look.theme();
        AttributedStyle fill = selected ? theme.selected() : theme.plain();
        Line line = new Line().add(selected ? look.glyphs().selected() : " ", theme.accent());
        add(line, cells.mark(row), selected, fill);
        int start = Layout.MARK;
        for (Map.Entry<Column, Integer> entry : layout.widths().entrySet()) {
            int width = entry.getValue();
            Cell cell = cells.cell(entry.getKey(), row, width);
            Cell styled = selected ? cell.in(fill) : row.isStale() ? cell.in(theme.faint()) : cell;
            start += layout.gap(entry.getKey());
            place(line, start, width, entry.getKey().isRight(), styled, fill);
            start += width;
        }
        return line.padTo(selected ? columns - 1 : 0, fill).build();
    }

    private void place(Line line, int start, int width, boolean right, Cell cell, AttributedStyle fill) {
        Cell cut = cell.cut(width, look.glyphs().ellipsis());
        int before = right ? width - cut.width() : 0;
        line.padTo(start + before, fill);
        add(line, cut, false, fill);
    }

    private static void add(Line line, Cell cell, boolean selected, AttributedStyle fill) {
        line.add(cell.text(), selected ? fill : cell.style());
        if (!cell.aside().isEmpty()) {
            line.add(cell.aside(), selected ? fill : cell.asideStyle());
        }
    }
}
