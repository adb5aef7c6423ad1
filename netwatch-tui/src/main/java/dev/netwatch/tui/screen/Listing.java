package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.query.Filter;
import dev.netwatch.domain.query.ListLine;
import dev.netwatch.domain.query.Query;
import dev.netwatch.domain.query.QueryResult;
import dev.netwatch.domain.query.View;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.state.Arrangement;
import dev.netwatch.tui.state.TableOptions;
import java.util.List;
import java.util.Set;

/**
 * The rows of the table, and what is not among them.
 *
 * @param lines rows and headers of groups, in order
 * @param unfiltered how many rows the view would have without the filter that was typed
 */
public record Listing(QueryResult result, List<ListLine> lines, int unfiltered, Hidden hidden) {

    /**
     * What of the snapshot is on the screen. Pure; takes time in proportion to the connections.
     *
     * @param scope the interface that is watched; loopback traffic can be shown beside it
     */
    public static Listing of(Snapshot snapshot, TableOptions options, Filter scope, Set<Exclusion> exclusions) {
        Filter beside = connection -> isLoopback(connection) || scope.accepts(connection);
        Filter familiar = options.familiarity().map(Filter::familiarity).orElse(Filter.ALL);
        Filter filter = familiar.and(options.filter());
        Query query = query(beside.and(filter), options, exclusions);
        QueryResult result = query.run(snapshot);
        int unfiltered = options.isFiltered()
                ? query(beside.and(familiar), options, exclusions)
                        .run(snapshot)
                        .rows()
                        .size()
                : result.rows().size();
        return new Listing(result, lines(result, options), unfiltered, hidden(snapshot, query, beside));
    }

    private static Query query(Filter filter, TableOptions options, Set<Exclusion> exclusions) {
        return new Query(
                filter, exclusions, options.loopback(), options.listening(), false, options.order(), options.view());
    }

    /** The same rows in another order or other groups; cheaper than asking again. */
    public Listing arranged(TableOptions options) {
        QueryResult ordered = result.in(options.order());
        return new Listing(ordered, lines(ordered, options), unfiltered, hidden);
    }

    /** The same rows where they stood then. */
    public Listing kept(Places places) {
        return new Listing(result, places.keep(lines), unfiltered, hidden);
    }

    private static List<ListLine> lines(QueryResult result, TableOptions options) {
        Arrangement arrangement = options.arrangement();
        return arrangement.grouping().lines(result, arrangement.order(), arrangement.expansion());
    }

    private static Hidden hidden(Snapshot snapshot, Query query, Filter scope) {
        int excluded = 0;
        int loopback = 0;
        int listening = 0;
        int filtered = 0;
        int elsewhere = 0;
        for (Connection connection : snapshot.tracking().open()) {
            if (connection.isRemnant() || !isOf(query.view(), connection)) {
                continue; // no key shows it, and nobody misses it
            }
            if (!scope.accepts(connection)) {
                elsewhere++;
            } else if (query.isExcluded(connection)) {
                excluded++;
            } else if (!query.isWanted(connection)) {
                if (isLoopback(connection) && !query.loopback()) {
                    loopback++;
                } else if (isHiddenListener(connection, query)) {
                    listening++;
                } else {
                    filtered++;
                }
            }
        }
        return new Hidden(excluded, loopback, listening, filtered, elsewhere);
    }

    /** Whether it could be in the view at all. */
    private static boolean isOf(View view, Connection connection) {
        return switch (view) {
            case LISTENING -> connection.direction() == Direction.LISTENING;
            case CLOSED -> false;
            case ALL, NEW, ACTIVE -> true;
        };
    }

    private static boolean isHiddenListener(Connection connection, Query query) {
        return connection.direction() == Direction.LISTENING && !query.listening() && query.view() != View.LISTENING;
    }

    private static boolean isLoopback(Connection connection) {
        return connection.socket().tuple().isLoopback();
    }
}
