package dev.netwatch.domain.track;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Rate;
import java.util.Optional;

/*
 * The average over the last three intervals: long enough that rows do not dance, short enough that a stop shows, and a
 * quotient of two things measured (bytes of the kernel, monotonic nanoseconds) rather than a decaying estimate.
 */
final class RateMeter {
    private static final int POINTS = 4;
    private static final double NANOS_PER_SECOND = 1e9;

    private final long[] nanos = new long[POINTS];
    private final long[] received = new long[POINTS];
    private final long[] sent = new long[POINTS];
    private int count;

    /** @return the rate after this sample; empty after the first */
    Optional<Rate> measure(long at, ByteCounters counters) {
        int newest = count % POINTS;
        nanos[newest] = at;
        received[newest] = counters.received();
        sent[newest] = counters.sent();
        count++;
        int oldest = count <= POINTS ? 0 : count % POINTS;
        double seconds = (at - nanos[oldest]) / NANOS_PER_SECOND;
        if (seconds <= 0) {
            return Optional.empty();
        }
        double in = counters.received() - received[oldest];
        double out = counters.sent() - sent[oldest];
        return Optional.of(in == 0 && out == 0 ? Rate.ZERO : new Rate(in / seconds, out / seconds));
    }
}
