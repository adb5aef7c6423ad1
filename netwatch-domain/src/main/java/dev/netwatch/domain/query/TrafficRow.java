package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.domain.track.PastTraffic;
import dev.netwatch.domain.track.TrafficKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The connections of one process from one of our addresses to one remote address, service port and protocol.
 *
 * @param speaker the connection that speaks for all: process, peer, name and familiarity are its
 * @param open those open now, in no particular order; empty for a stale row
 * @param counters of open and closed ones together, so that a total never falls; empty where nothing was measured
 * @param rate of the open ones together; empty where none is measured yet
 * @param lastSeen when the last of them was seen
 */
public record TrafficRow(
        TrafficKey key,
        Connection speaker,
        List<Connection> open,
        Optional<ByteCounters> counters,
        Optional<Rate> rate,
        Instant firstSeen,
        Instant lastSeen) {
    public TrafficRow {
        open = List.copyOf(open);
    }

    /** All of its connections are gone. */
    public boolean isStale() {
        return open.isEmpty();
    }

    /** Whether the rate is that of all open connections: none of them is unmeasured, or measured for the first time. */
    public boolean rateIsWhole() {
        return open.stream().allMatch(connection -> connection.rate().isPresent());
    }

    /** The name to show for the process; empty where no owner is known. */
    public Optional<String> process() {
        return speaker.processName();
    }

    static TrafficRow of(TrafficKey key, List<Connection> open, Optional<PastTraffic> past, Instant now) {
        Connection speaker = open.isEmpty() ? past.orElseThrow().last() : speaker(open);
        return new TrafficRow(
                key,
                speaker,
                open,
                counters(open, past),
                rate(open),
                firstSeen(open, past),
                open.isEmpty() ? past.orElseThrow().lastSeen() : now);
    }

    /** The oldest, so that it stays the same while others come and go. */
    private static Connection speaker(List<Connection> open) {
        Connection oldest = open.get(0);
        for (Connection connection : open) {
            int byAge = connection.firstSeenAt().compareTo(oldest.firstSeenAt());
            if (byAge < 0
                    || byAge == 0
                            && connection.id().value().compareTo(oldest.id().value()) < 0) {
                oldest = connection;
            }
        }
        return oldest;
    }

    private static Optional<ByteCounters> counters(List<Connection> open, Optional<PastTraffic> past) {
        Optional<ByteCounters> sum = past.flatMap(PastTraffic::counters);
        boolean first = past.isEmpty();
        for (Connection connection : open) {
            sum = first ? connection.counters() : PastTraffic.sum(sum, connection.counters());
            first = false;
        }
        return sum;
    }

    private static Optional<Rate> rate(List<Connection> open) {
        Optional<Rate> sum = Optional.empty();
        for (Connection connection : open) {
            if (connection.rate().isPresent()) {
                sum = Optional.of(sum.map(connection.rate().get()::plus)
                        .orElse(connection.rate().get()));
            }
        }
        return sum;
    }

    private static Instant firstSeen(List<Connection> open, Optional<PastTraffic> past) {
        Instant first = past.map(PastTraffic::firstSeen).orElse(Instant.MAX);
        for (Connection connection : open) {
            first = connection.firstSeenAt().isBefore(first) ? connection.firstSeenAt() : first;
        }
        return first;
    }
}
