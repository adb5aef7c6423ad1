package dev.netwatch.domain.query;

import java.util.List;

/**
 * What a {@link Query} found.
 *
 * @param rows in order
 * @param connections open connections in those rows
 * @param stale rows without an open connection
 * @param excluded open connections the exclusions hide
 */
public record QueryResult(List<TrafficRow> rows, int connections, int stale, int excluded) {
    public QueryResult {
        rows = List.copyOf(rows);
    }
}
