package dev.netwatch.tui.state;

import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.query.FilterExpression;
import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.SortKey;
import java.util.Optional;

/**
 * What the table shows, and how.
 *
 * @param order of the rows; by rate while it shows bytes per second
 * @param familiarity the only one wanted; empty for all
 * @param filter what the user typed; {@link FilterExpression#toString} writes it
 * @param loopback whether loopback connections are shown
 * @param listening whether sockets that wait for peers are shown
 * @param paused whether the picture stands still
 */
public record TableOptions(
        Order order,
        Optional<Familiarity> familiarity,
        FilterExpression filter,
        boolean loopback,
        boolean listening,
        boolean paused) {
    /** Everything but loopback and what only waits, most bytes first. */
    public static final TableOptions DEFAULT =
            new TableOptions(Order.DEFAULT, Optional.empty(), FilterExpression.parse(""), false, false, false);

    /** The default with these kinds of connections shown or not. */
    public static TableOptions initial(boolean loopback, boolean listening) {
        return new TableOptions(
                DEFAULT.order, DEFAULT.familiarity, DEFAULT.filter, loopback, listening, DEFAULT.paused);
    }

    /** The next sort key, in the direction one expects of it: names from A, figures from the highest. */
    TableOptions sortedByNext() {
        SortKey next = order.key().next();
        return ordered(new Order(next, next.descendingFirst(), order.byRate()));
    }

    TableOptions reversed() {
        return ordered(new Order(order.key(), !order.descending(), order.byRate()));
    }

    TableOptions withRateToggled() {
        return ordered(new Order(order.key(), order.descending(), !order.byRate()));
    }

    /** All, then new only, then known only. */
    TableOptions filteredByNext() {
        Optional<Familiarity> next = familiarity.isEmpty()
                ? Optional.of(Familiarity.NEW)
                : familiarity.filter(shown -> shown == Familiarity.NEW).map(shown -> Familiarity.SEEN);
        return new TableOptions(order, next, filter, loopback, listening, paused);
    }

    TableOptions withLoopbackToggled() {
        return new TableOptions(order, familiarity, filter, !loopback, listening, paused);
    }

    TableOptions withPauseToggled() {
        return new TableOptions(order, familiarity, filter, loopback, listening, !paused);
    }

    /** The same rows in another order. */
    public TableOptions ordered(Order other) {
        return new TableOptions(other, familiarity, filter, loopback, listening, paused);
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
        return new TableOptions(order, familiarity, other, loopback, listening, paused);
    }
}
