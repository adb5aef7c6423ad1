package dev.netwatch.tui.state;

import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.SortKey;
import java.util.Optional;

/**
 * What the table shows, and how.
 *
 * @param order of the rows; by rate while it shows bytes per second
 * @param familiarity the only one wanted; empty for all
 * @param loopback whether what stays on this machine is shown
 * @param listening whether sockets that wait for peers are shown
 * @param paused whether the picture stands still
 */
public record TableOptions(
        Order order, Optional<Familiarity> familiarity, boolean loopback, boolean listening, boolean paused) {
    /** Everything but loopback and what only waits, most bytes first. */
    public static final TableOptions DEFAULT = new TableOptions(Order.DEFAULT, Optional.empty(), false, false, false);

    /** The next sort key, in the direction one expects of it: names from A, figures from the highest. */
    TableOptions sortedByNext() {
        SortKey next = order.key().next();
        return with(new Order(next, next.descendingFirst(), order.byRate()));
    }

    TableOptions reversed() {
        return with(new Order(order.key(), !order.descending(), order.byRate()));
    }

    TableOptions withRateToggled() {
        return with(new Order(order.key(), order.descending(), !order.byRate()));
    }

    /** All, then new only, then known only. */
    TableOptions filteredByNext() {
        Optional<Familiarity> next = familiarity.isEmpty()
                ? Optional.of(Familiarity.NEW)
                : familiarity.filter(shown -> shown == Familiarity.NEW).map(shown -> Familiarity.SEEN);
        return new TableOptions(order, next, loopback, listening, paused);
    }

    TableOptions withLoopbackToggled() {
        return new TableOptions(order, familiarity, !loopback, listening, paused);
    }

    TableOptions withPauseToggled() {
        return new TableOptions(order, familiarity, loopback, listening, !paused);
    }

    private TableOptions with(Order other) {
        return new TableOptions(other, familiarity, loopback, listening, paused);
    }
}
