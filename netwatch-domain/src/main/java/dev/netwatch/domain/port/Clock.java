package dev.netwatch.domain.port;

import java.time.Instant;

/** Tells the time. */
public interface Clock {
    /** Wall time: for people and files. It may jump. */
    Instant now();

    /** Monotonic time in nanoseconds from an arbitrary start: for rates and deadlines. */
    long nanos();

    /** The machine's own clock. */
    static Clock system() {
        return SystemClock.INSTANCE;
    }
}
