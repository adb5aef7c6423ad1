package dev.netwatch.domain.query;

import java.util.List;

/**
 * What a {@link Query} found.
 *
 * @param rows of the view that was asked for, in order
 * @param connections open connections in those rows
 * @param stale how many of those rows are without an open connection
 * @param excluded open connections the exclusions hide, whatever the view
 * @param views how many rows each view would have, the one that was asked for among them
 */
public record QueryResult(List<TrafficRow> rows, int connections, int stale, int excluded, ViewCounts views) {
    public QueryResult {
        rows = List.copyOf(rows);
    }

    /** The same rows in another order; cheaper than asking again. */
    public QueryResult in(Order order) {
        return new QueryResult(order.sorted(rows), connections, stale, excluded, views);
    }
}
