package dev.netwatch.tui.state;

import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.SortKey;
import dev.netwatch.domain.query.View;

/** What is at a place of the screen. */
public sealed interface Target {
    /** @param index of the row, among all rows */
    record Row(int index) implements Target {}

    /** The head of a column. */
    record Head(Column column) implements Target {}

    record Tab(View view) implements Target {}

    /** Nothing to click at. */
    record Nothing() implements Target {}

    /** What a click on it makes of the state. Pure. */
    default UiState clicked(UiState state, Frame frame) {
        if (this instanceof Row row) {
            return state.at(row.index(), frame);
        }
        if (this instanceof Tab tab) {
            return state.with(state.options().viewed(tab.view()));
        }
        if (this instanceof Head head) {
            SortKey key = head.column().sortKey();
            boolean again = state.options().order().key() == key;
            TableOptions options = state.options();
            return state.with(again ? options.reversed() : options.ordered(Order.by(key)));
        }
        return state;
    }
}
