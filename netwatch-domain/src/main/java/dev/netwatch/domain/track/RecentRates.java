package dev.netwatch.domain.track;

import dev.netwatch.domain.connection.Rate;
import java.util.Map;
import java.util.Optional;

/**
 * How fast it has been going lately.
 *
 * @param network all connections but those that stay on this machine, whatever interface they use; what nobody measures
 *     is not in it
 * @param loopback those that stay on this machine
 * @param rows of the open rows that have lately carried something
 */
public record RecentRates(Series network, Series loopback, Map<TrafficKey, RateHistory> rows) {
    public static final RecentRates NOTHING = new RecentRates(Series.NOTHING, Series.NOTHING, Map.of());

    /**
     * The sum of many connections.
     *
     * @param peak the highest received and the highest sent since the start, each by itself; empty until something is
     *     measured
     * @param received payload bytes since the start, as far as they were measured
     * @param sent payload bytes since the start, as far as they were measured
     */
    public record Series(RateHistory history, Optional<Rate> peak, long received, long sent) {
        static final Series NOTHING = new Series(RateHistory.NOTHING, Optional.empty(), 0, 0);
    }

    /** Of one row; nothing where it has not carried anything within the time told of, whether or not that is measured. */
    public RateHistory of(TrafficKey row) {
        return rows.getOrDefault(row, RateHistory.NOTHING);
    }
}
