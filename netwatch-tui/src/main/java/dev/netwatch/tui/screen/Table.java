package dev.netwatch.tui.screen;

import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.TrafficRow;
import java.time.Instant;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/* The table: its head, and one line for a row. */
final class Table {
    private final Look look;
    private final Layout layout;
    private final Order order;
    private final Cells cells;

    Table(Look look, Layout layout, Order order, Instant now) {
        this.look = look;
        this.layout = layout;
        this.order = order;
        this.cells = new Cells(look, layout, order.byRate(), now);
    }

    /** Underlined over the whole width, so that it parts head and rows without taking a line. */
    AttributedString head(int columns) {
        AttributedStyle style = look.theme().heading();
        Line line = new Line().padTo(2, style);
        for (Map.Entry<Column, Integer> entry : layout.widths().entrySet()) {
            Column column = entry.getKey();
            int width = entry.getValue();
            boolean sorted = column.sortKey().filter(order.key()::equals).isPresent();
            String title = title(column, width, sorted);
            place(line, column, width, new Cell(title, sorted ? look.theme().headingAccent() : style), style);
        }
        return line.padTo(columns, style).build();
    }

    private String title(Column column, int width, boolean sorted) {
        String title = column.title(order.byRate(), width);
        if (!sorted) {
            return title;
        }
        return title
                + (order.descending()
                        ? look.glyphs().descending()
                        : look.glyphs().ascending());
    }

    AttributedString row(TrafficRow row, boolean selected, int columns) {
        Theme theme = look.theme();
        AttributedStyle fill = selected ? theme.selected() : theme.plain();
        Line line = new Line()
                .add(selected ? look.glyphs().selected() : " ", theme.accent())
                .padTo(2, fill);
        for (Map.Entry<Column, Integer> entry : layout.widths().entrySet()) {
            int width = entry.getValue();
            Cell cell = cells.cell(entry.getKey(), row, width);
            AttributedStyle style = selected ? fill : row.isStale() ? theme.faint() : cell.style();
            String text = Text.cut(cell.text(), width, look.glyphs().ellipsis());
            place(line, entry.getKey(), width, new Cell(text, style), fill);
        }
        return line.padTo(selected ? Math.min(columns, layout.total() + 1) : 0, fill)
                .build();
    }

    private static void place(Line line, Column column, int width, Cell cell, AttributedStyle fill) {
        int start = line.columns() + column.gap();
        int before = column.isRight() ? width - Text.width(cell.text()) : 0;
        line.padTo(start + before, fill).add(cell.text(), cell.style()).padTo(start + width, fill);
    }
}
