package dev.netwatch.tui.runtime;

import java.time.Duration;

/**
 * When to do something again: at whole multiples of an interval after the start, by the monotonic clock, so that nothing
 * drifts. A multiple that has passed is left out, so that a late one is not followed by a burst.
 */
public final class Pace {
    private final long start;
    private final long interval;

    /**
     * @param start monotonic, in nanoseconds
     * @param interval positive
     */
    public Pace(long start, Duration interval) {
        this.start = start;
        this.interval = interval.toNanos();
    }

    /** Nanoseconds from {@code now} to the next multiple, more than 0. */
    public long untilNext(long now) {
        return interval - Math.floorMod(now - start, interval);
    }
}
