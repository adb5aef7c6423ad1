package dev.netwatch.tui.state;

import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.query.FilterExpression;
import dev.netwatch.domain.query.GroupKey;
import dev.netwatch.domain.query.Grouping;
import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.SortKey;
import dev.netwatch.domain.query.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the table shows, and how.
 *
 * @param view the tab
 * @param arrangement its order is by rate where the column it names shows rates
 * @param rates whether what comes in and goes out is shown per second
 * @param familiarity the only one wanted; empty for all
 * @param filter what the user typed; {@link FilterExpression#toString} writes it
 * @param loopback whether loopback connections are shown
 * @param listening whether sockets that wait for peers are shown
 * @param paused whether the picture stands still
 * @param columns that are shown where there is room, from left to right
 */
public record TableOptions(
        View view,
        Arrangement arrangement,
        boolean rates,
        Optional<Familiarity> familiarity,
        FilterExpression filter,
        boolean loopback,
        boolean listening,
        boolean paused,
        List<Column> columns) {
    /** Everything but loopback and what only waits, most bytes first. */
    public static final TableOptions DEFAULT = new TableOptions(
            View.ALL,
            Arrangement.DEFAULT,
            true,
            Optional.empty(),
            FilterExpression.parse(""),
            false,
            false,
            false,
            List.of(Column.values()));

    public TableOptions {
        columns = List.copyOf(columns);
        Order order = arrangement.order();
        boolean byRate = rates && (order.key() == SortKey.RECEIVED || order.key() == SortKey.SENT);
        arrangement = arrangement.ordered(new Order(order.key(), order.descending(), byRate));
    }

    /** The default with these kinds of connections shown or not. */
    public static TableOptions initial(boolean loopback, boolean listening) {
        return new TableOptions(
                DEFAULT.view,
                DEFAULT.arrangement,
                DEFAULT.rates,
                DEFAULT.familiarity,
                DEFAULT.filter,
                loopback,
                listening,
                DEFAULT.paused,
                DEFAULT.columns);
    }

    public Order order() {
        return arrangement.order();
    }

    /** Another tab. */
    public TableOptions viewed(View other) {
        return new TableOptions(other, arrangement, rates, familiarity, filter, loopback, listening, paused, columns);
    }

    /** The next sort key, in the direction one expects of it: names from A, figures from the highest. */
    TableOptions sortedByNext() {
        return ordered(Order.by(order().key().next()));
    }

    public TableOptions reversed() {
        return ordered(new Order(order().key(), !order().descending(), order().byRate()));
    }

    /** The same rows in another order. */
    public TableOptions ordered(Order other) {
        return arranged(arrangement.ordered(other));
    }

    /** The same rows in other groups. */
    public TableOptions grouped(Grouping other) {
        return arranged(arrangement.grouped(other));
    }

    /** The same with this group opened or closed. */
    TableOptions toggled(GroupKey group) {
        return arranged(arrangement.toggled(group));
    }

    TableOptions withFreezeToggled() {
        return arranged(arrangement.withFreezeToggled());
    }

    private TableOptions arranged(Arrangement other) {
        return new TableOptions(view, other, rates, familiarity, filter, loopback, listening, paused, columns);
    }

    TableOptions withRateToggled() {
        return new TableOptions(view, arrangement, !rates, familiarity, filter, loopback, listening, paused, columns);
    }

    /** All, then new only, then known only. */
    TableOptions filteredByNext() {
        Optional<Familiarity> next = familiarity.isEmpty()
                ? Optional.of(Familiarity.NEW)
                : familiarity.filter(shown -> shown == Familiarity.NEW).map(shown -> Familiarity.SEEN);
        return new TableOptions(view, arrangement, rates, next, filter, loopback, listening, paused, columns);
    }

    TableOptions withLoopbackToggled() {
        return new TableOptions(view, arrangement, rates, familiarity, filter, !loopback, listening, paused, columns);
    }

    TableOptions withPauseToggled() {
        return new TableOptions(view, arrangement, rates, familiarity, filter, loopback, listening, !paused, columns);
    }

    /** With these columns. */
    public TableOptions showing(List<Column> shown) {
        return new TableOptions(view, arrangement, rates, familiarity, filter, loopback, listening, paused, shown);
    }

    /** With this column in its usual place, or without it if it is there; the last one stays. */
    public TableOptions withToggled(Column column) {
        List<Column> shown = new ArrayList<>(columns);
        if (!shown.remove(column)) {
            int place = (int)
                    shown.stream().filter(other -> other.compareTo(column) < 0).count();
            shown.add(place, column);
        }
        return shown.isEmpty() ? this : showing(shown);
    }

    /** Whether the user typed a filter. */
    public boolean isFiltered() {
        return !filter.equals(DEFAULT.filter);
    }

    TableOptions unfiltered() {
        return filtered(DEFAULT.filter);
    }

    /** Only what this filter accepts. */
    public TableOptions filtered(FilterExpression other) {
        return new TableOptions(view, arrangement, rates, familiarity, other, loopback, listening, paused, columns);
    }
}
