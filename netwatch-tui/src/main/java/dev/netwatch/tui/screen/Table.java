package dev.netwatch.tui.screen;

import dev.netwatch.domain.query.ListLine;
import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.tui.state.Column;
import dev.netwatch.tui.state.TableOptions;
import java.util.Map;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/* The table: its head, and one line for a row. */
final class Table {
    /** Columns of a name that indents leave. */
    private static final int LEAST_NAME = 6;

    private final Look look;
    private final Layout layout;
    private final Order order;
    private final boolean perSecond;
    private final int columns;
    private final Cells cells;

    /** @param columns that it takes */
    Table(Look look, int columns, TableOptions options, Scene scene) {
        this.look = look;
        this.columns = columns;
        this.layout = Layout.of(columns, options.columns());
        this.order = options.order();
        this.perSecond = options.rates();
        this.cells = new Cells(look, layout, perSecond, scene);
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

    AttributedString line(ListLine line, boolean selected) {
        return line instanceof ListLine.Group group
                ? group(group, selected)
                : row(((ListLine.Row) line).row(), line.depth(), selected);
    }

    private AttributedString row(TrafficRow row, int depth, boolean selected) {
        Line line = begun(cells.mark(row), selected);
        int start = Layout.MARK;
        for (Map.Entry<Column, Integer> entry : layout.widths().entrySet()) {
            int indent = entry.getKey() == Column.PROCESS ? indent(depth, entry.getValue()) : 0;
            int width = entry.getValue() - indent;
            Cell cell = cells.cell(entry.getKey(), row, width);
            start += layout.gap(entry.getKey()) + indent;
            // A graph in reverse would stand on its head.
            boolean reversed = selected && entry.getKey() != Column.TREND;
            place(line, start, width, entry.getKey().isRight(), styled(cell, row.isStale(), reversed), fill(selected));
            start += width;
        }
        return ended(line, selected);
    }

    /** What it is called over all columns up to the figures, then its sums. */
    private AttributedString group(ListLine.Group group, boolean selected) {
        Glyphs glyphs = look.glyphs();
        Cell mark = new Cell(
                group.expanded() ? glyphs.unfolded() : glyphs.folded(),
                look.theme().accent());
        Line line = begun(mark, selected);
        int start = Layout.MARK;
        boolean named = false;
        int room = 0;
        for (Map.Entry<Column, Integer> entry : layout.widths().entrySet()) {
            Column column = entry.getKey();
            boolean sum = cells.isSum(column);
            if (sum && !named) {
                name(line, group, room, selected);
                named = true;
            }
            start += layout.gap(column);
            if (sum) {
                Cell cell = styled(cells.sum(column, group), group.isStale(), selected);
                place(line, start, entry.getValue(), column.isRight(), cell, fill(selected));
            }
            start += entry.getValue();
            room = start - Layout.MARK;
        }
        if (!named) {
            name(line, group, room, selected);
        }
        return ended(line, selected);
    }

    private void name(Line line, ListLine.Group group, int room, boolean selected) {
        int indent = indent(group.depth(), room);
        Cell cell = styled(cells.name(group), group.isStale(), selected);
        place(line, Layout.MARK + indent, room - indent, false, cell, fill(selected));
    }

    /** Never more than leaves room for a name. */
    private static int indent(int depth, int room) {
        return Math.min(2 * depth, Math.max(0, room - LEAST_NAME));
    }

    private Line begun(Cell mark, boolean selected) {
        Line line = new Line()
                .add(selected ? look.glyphs().selected() : " ", look.theme().accent());
        add(line, styled(mark, false, selected));
        return line;
    }

    private AttributedString ended(Line line, boolean selected) {
        return line.padTo(selected ? columns - 1 : 0, fill(selected)).build();
    }

    private AttributedStyle fill(boolean selected) {
        return selected ? look.theme().selected() : look.theme().plain();
    }

    private Cell styled(Cell cell, boolean stale, boolean selected) {
        return selected
                ? cell.in(look.theme().selected())
                : stale ? cell.in(look.theme().faint()) : cell;
    }

    private void place(Line line, int start, int width, boolean right, Cell cell, AttributedStyle fill) {
        Cell cut = cell.cut(width, look.glyphs().ellipsis());
        int before = right ? width - cut.width() : 0;
        line.padTo(start + before, fill);
        add(line, cut);
    }

    private static void add(Line line, Cell cell) {
        line.add(cell.text(), cell.style());
        if (!cell.aside().isEmpty()) {
            line.add(cell.aside(), cell.asideStyle());
        }
    }
}
