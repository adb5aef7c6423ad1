package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.domain.track.PastTraffic;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.domain.track.TrafficKey;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param listening whether to show sockets that wait for peers; {@link View#LISTENING} shows them in any case
 * @param remnants whether to show what is left of connections that had ended before anybody looked
 * @param view which of the rows that are not hidden
 */
public record Query(
        Filter filter,
        Set<Exclusion> exclusions,
        boolean loopback,
        boolean listening,
        boolean remnants,
        Order order,
        View view) {
    /** Nothing hidden, most bytes first. */
    public static final Query EVERYTHING = new Query(Filter.ALL, Set.of(), true, true, true, Order.DEFAULT);

    public Query {
        exclusions = Set.copyOf(exclusions);
    }

    /** Looks at {@link View#ALL}. */
    public Query(
            Filter filter,
            Set<Exclusion> exclusions,
            boolean loopback,
            boolean listening,
            boolean remnants,
            Order order) {
        this(filter, exclusions, loopback, listening, remnants, order, View.ALL);
    }

    /** The same of another view. */
    public Query in(View other) {
        return new Query(filter, exclusions, loopback, listening, remnants, order, other);
    }

    /** The rows, in order. Pure. */
    public QueryResult run(Snapshot snapshot) {
        Map<TrafficKey, List<Connection>> open = new LinkedHashMap<>();
        int excluded = 0;
        for (Connection connection : snapshot.tracking().open()) {
            if (isExcluded(connection)) {
                excluded++;
            } else if (isWantedSomewhere(connection)) {
                open.computeIfAbsent(TrafficKey.of(connection), key -> new ArrayList<>(1))
                        .add(connection);
            }
        }
        ViewTally views = new ViewTally(view, listening);
        Instant now = snapshot.at().orElse(Instant.EPOCH);
        rows(open, past(snapshot), now, views);
        return views.result(order, excluded);
    }

    private static void rows(
            Map<TrafficKey, List<Connection>> open, Map<TrafficKey, PastTraffic> past, Instant now, ViewTally views) {
        open.forEach((key, connections) ->
                views.add(TrafficRow.of(key, connections, Optional.ofNullable(past.remove(key)), now)));
        past.forEach((key, closed) -> views.add(TrafficRow.of(key, List.of(), Optional.of(closed), now)));
    }

    /** Not those filtered out; but what closed counts in its row even where only the open ones were asked for. */
    private Map<TrafficKey, PastTraffic> past(Snapshot snapshot) {
        Map<TrafficKey, PastTraffic> past = new LinkedHashMap<>();
        for (PastTraffic traffic : snapshot.tracking().past()) {
            if (!isExcluded(traffic.last()) && isWantedSomewhere(traffic.last())) {
                past.put(traffic.key(), traffic);
            }
        }
        return past;
    }

    /** Whether the connection is to be shown in this view or in {@link View#ALL}, exclusions apart. */
    public boolean isWanted(Connection connection) {
        return (listening || view == View.LISTENING || connection.direction() != Direction.LISTENING)
                && isWantedSomewhere(connection);
    }

    /** Whether it is in any view. */
    private boolean isWantedSomewhere(Connection connection) {
        return (loopback || !connection.socket().tuple().isLoopback())
                && (remnants || !connection.isRemnant())
                && filter.accepts(connection);
    }

    /** Whether the user hid its process. */
    public boolean isExcluded(Connection connection) {
        Optional<String> name = connection.processName();
        return name.isPresent() && exclusions.stream().anyMatch(exclusion -> exclusion.matches(name.get()));
    }
}
