package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.query.Filter;
import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.Query;
import dev.netwatch.domain.query.QueryResult;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.state.TableOptions;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of the table, and what is not among them.
 *
 * @param rate of all rows together; empty where none is measured
 */
public record Listing(QueryResult result, Hidden hidden, Optional<Rate> rate) {

    /**
     * What of the snapshot is on the screen. Pure; takes time in proportion to the connections.
     *
     * @param scope the interface that is watched; loopback traffic can be shown beside it
     */
    public static Listing of(Snapshot snapshot, TableOptions options, Filter scope, Set<Exclusion> exclusions) {
        Filter beside = connection -> isLoopback(connection) || scope.accepts(connection);
        Filter filter = options.familiarity()
                .map(Filter::familiarity)
                .orElse(Filter.ALL)
                .and(options.filter());
        Query query = new Query(
                beside.and(filter),
                exclusions,
                options.loopback(),
                options.listening(),
                false,
                options.order(),
                options.view());
        QueryResult result = query.run(snapshot);
        return new Listing(result, hidden(snapshot, query, beside, filter), rate(result));
    }

    /** The same rows in another order; cheaper than asking again. */
    public Listing in(Order order) {
        return new Listing(result.in(order), hidden, rate);
    }

    private static Hidden hidden(Snapshot snapshot, Query query, Filter scope, Filter filter) {
        int excluded = 0;
        int loopback = 0;
        int listening = 0;
        int filtered = 0;
        int elsewhere = 0;
        for (Connection connection : snapshot.tracking().open()) {
            if (connection.isRemnant()) {
                continue; // no key shows it, and nobody misses it
            }
            if (!scope.accepts(connection)) {
                elsewhere++;
            } else if (query.isExcluded(connection)) {
                excluded++;
            } else if (!query.isWanted(connection)) {
                if (isLoopback(connection) && !query.loopback()) {
                    loopback++;
                } else if (connection.direction() == Direction.LISTENING && !query.listening()) {
                    listening++;
                } else {
                    filtered++;
                }
            }
        }
        return new Hidden(excluded, loopback, listening, filtered, elsewhere);
    }

    private static boolean isLoopback(Connection connection) {
        return connection.socket().tuple().isLoopback();
    }

    private static Optional<Rate> rate(QueryResult result) {
        double received = 0;
        double sent = 0;
        boolean measured = false;
        for (TrafficRow row : result.rows()) {
            if (row.rate().isPresent()) {
                received += row.rate().get().received();
                sent += row.rate().get().sent();
                measured = true;
            }
        }
        return measured ? Optional.of(new Rate(received, sent)) : Optional.empty();
    }
}
