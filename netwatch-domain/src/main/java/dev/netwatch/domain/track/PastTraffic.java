package dev.netwatch.domain.track;

import dev.netwatch.domain.connection.ByteCounters;
import java.time.Instant;
import java.util.Optional;

/**
 * What the closed connections of one row carried together.
 *
 * @param last the one that closed last; it speaks for the others
 * @param connections how many there were, at least 1
 * @param counters their sum; empty where none was measured, an estimate where some were not
 */
public record PastTraffic(
        TrafficKey key,
        Connection last,
        long connections,
        Optional<ByteCounters> counters,
        Instant firstSeen,
        Instant lastSeen) {

    static PastTraffic of(Connection closed, Instant at) {
        return new PastTraffic(TrafficKey.of(closed), closed, 1, closed.counters(), closed.firstSeenAt(), at);
    }

    PastTraffic and(Connection closed, Instant at) {
        Instant first = closed.firstSeenAt().isBefore(firstSeen) ? closed.firstSeenAt() : firstSeen;
        return new PastTraffic(key, closed, connections + 1, sum(counters, closed.counters()), first, at);
    }

    /** What came late is added; what is known is not asked again for a row that nobody uses any more. */
    PastTraffic annotatedBy(Annotator annotator) {
        boolean seen = last.otherRuns().isPresent() && last.otherRuns().getAsInt() > 0;
        if (!last.name().isPending() && (seen || last.fingerprint().isEmpty())) {
            return this;
        }
        Connection annotated = annotator.annotate(last);
        return annotated == last ? this : new PastTraffic(key, annotated, connections, counters, firstSeen, lastSeen);
    }

    /** The sum of two figures that may be missing: a missing part makes it a lower bound, hence an estimate. */
    public static Optional<ByteCounters> sum(Optional<ByteCounters> a, Optional<ByteCounters> b) {
        if (a.isPresent() && b.isPresent()) {
            return Optional.of(a.get().plus(b.get()));
        }
        return a.or(() -> b).map(ByteCounters::estimated);
    }
}
