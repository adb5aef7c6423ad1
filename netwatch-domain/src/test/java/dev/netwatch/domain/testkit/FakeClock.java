package dev.netwatch.domain.testkit;

import dev.netwatch.domain.port.Clock;
import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until it is told otherwise. Thread-safe. */
public final class FakeClock implements Clock {
    private Instant now;
    private long nanos;

    /** Starts at an arbitrary but fixed time. */
    public FakeClock() {
        this(Instant.parse("2026-01-02T03:04:05Z"));
    }

    public FakeClock(Instant start) {
        now = start;
    }

    /** Lets time pass, on the wall and on the monotonic clock. */
    public synchronized void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time does not run backwards: " + time);
        }
        now = now.plus(time);
        nanos += time.toNanos();
    }

    /** Sets the wall clock, as an administrator or NTP does; monotonic time does not notice. */
    public synchronized void jumpTo(Instant time) {
        now = time;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }
}
