package dev.netwatch.tui.state;

import dev.netwatch.domain.query.LineKey;
import dev.netwatch.domain.query.ListLine;
import java.util.List;
import java.util.Optional;

/**
 * The selected line and the part of the table around it. It follows the line, not its place; when the line is gone, the
 * one that took its place is selected. Until the user moves it, it does not leave the first page.
 *
 * @param selected empty while there are no rows
 * @param index of the selected row, 0 without rows
 * @param top index of the first row on the screen
 * @param moved whether the user has moved it since it was last at the first row
 */
public record Cursor(Optional<LineKey> selected, int index, int top, boolean moved) {
    public static final Cursor START = new Cursor(Optional.empty(), 0, 0, false);

    /** The same selection among other rows, or on a screen of another height. */
    public Cursor settle(List<ListLine> lines, int page) {
        if (lines.isEmpty()) {
            return new Cursor(selected, index, 0, moved);
        }
        int found = find(lines);
        boolean sunk = !moved && found >= page;
        int now = sunk ? 0 : found >= 0 ? found : Math.min(index, lines.size() - 1);
        return at(now, lines, page, moved);
    }

    /** So many rows further, not beyond the ends. */
    Cursor move(int rowsDown, List<ListLine> lines, int page) {
        Cursor settled = settle(lines, page);
        if (lines.isEmpty()) {
            return settled;
        }
        long wanted = (long) settled.index + rowsDown;
        int now = (int) Math.max(0, Math.min(wanted, lines.size() - 1));
        return settled.at(now, lines, page, now > 0);
    }

    private Cursor at(int now, List<ListLine> lines, int page, boolean byUser) {
        int height = Math.max(1, page);
        int highest = Math.max(0, lines.size() - height);
        int shown = byUser ? Math.max(now - height + 1, Math.min(top, now)) : 0;
        return new Cursor(Optional.of(lines.get(now).key()), now, Math.min(shown, highest), byUser);
    }

    /** Where the selected row is now, or -1; mostly where it was. */
    private int find(List<ListLine> lines) {
        if (selected.isEmpty()) {
            return -1;
        }
        LineKey key = selected.get();
        if (index < lines.size() && lines.get(index).key().equals(key)) {
            return index;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
