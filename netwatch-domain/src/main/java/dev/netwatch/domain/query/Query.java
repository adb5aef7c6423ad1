package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.domain.track.PastTraffic;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.domain.track.TrafficKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What to show of a snapshot, and in which order.
 *
 * @param filter what is wanted
 * @param exclusions processes to hide
 * @param loopback whether to show what stays on this machine
 * @param listening whether to show sockets that wait for peers
 * @param remnants whether to show what is left of connections that had ended before anybody looked
 */
public record Query(
        Filter filter, Set<Exclusion> exclusions, boolean loopback, boolean listening, boolean remnants, Order order) {
    /** Nothing hidden, most bytes first. */
    public static final Query EVERYTHING = new Query(Filter.ALL, Set.of(), true, true, true, Order.DEFAULT);

    public Query {
        exclusions = Set.copyOf(exclusions);
    }

    /** The rows, in order. Pure. */
    public QueryResult run(Snapshot snapshot) {
        Instant now = snapshot.at().orElse(Instant.EPOCH);
        Map<TrafficKey, List<Connection>> open = new LinkedHashMap<>();
        int connections = 0;
        int excluded = 0;
        for (Connection connection : snapshot.tracking().open()) {
            if (isExcluded(connection)) {
                excluded++;
            } else if (isWanted(connection)) {
                connections++;
                open.computeIfAbsent(TrafficKey.of(connection), key -> new ArrayList<>())
                        .add(connection);
            }
        }
        List<TrafficRow> rows = rows(open, past(snapshot), now);
        return new QueryResult(
                rows,
                connections,
                (int) rows.stream().filter(TrafficRow::isStale).count(),
                excluded);
    }

    private List<TrafficRow> rows(
            Map<TrafficKey, List<Connection>> open, Map<TrafficKey, PastTraffic> past, Instant now) {
        List<TrafficRow> rows = new ArrayList<>(open.size() + past.size());
        open.forEach((key, connections) ->
                rows.add(TrafficRow.of(key, connections, Optional.ofNullable(past.remove(key)), now)));
        past.forEach((key, closed) -> rows.add(TrafficRow.of(key, List.of(), Optional.of(closed), now)));
        Comparator<TrafficRow> comparator = order.comparator();
        rows.sort(comparator);
        return rows;
    }

    /** Not those filtered out; but what closed counts in its row even where only the open ones were asked for. */
    private Map<TrafficKey, PastTraffic> past(Snapshot snapshot) {
        Map<TrafficKey, PastTraffic> past = new LinkedHashMap<>();
        for (PastTraffic traffic : snapshot.tracking().past()) {
            if (!isExcluded(traffic.last()) && isWanted(traffic.last())) {
                past.put(traffic.key(), traffic);
            }
        }
        return past;
    }

    /** Whether the connection is to be shown, exclusions apart. */
    public boolean isWanted(Connection connection) {
        return (loopback || !connection.socket().tuple().isLoopback())
                && (listening || connection.direction() != Direction.LISTENING)
                && (remnants || !connection.isRemnant())
                && filter.accepts(connection);
    }

    /** Whether the user hid its process. */
    public boolean isExcluded(Connection connection) {
        Optional<String> name = connection.processName();
        return name.isPresent() && exclusions.stream().anyMatch(exclusion -> exclusion.matches(name.get()));
    }
}
