package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.port.Clock;
import java.time.Duration;

/** Lets so many pass at once, then one per interval, by monotonic time. Thread-safe. */
final class TokenBucket {
    private final Clock clock;
    private final long interval;
    private final int burst;
    private double tokens;
    private long filledAt;

    TokenBucket(Clock clock, Duration interval, int burst) {
        this.clock = clock;
        this.interval = interval.toNanos();
        this.burst = burst;
        tokens = burst;
        filledAt = clock.nanos();
    }

    /** Takes a token if there is one. @return 0 if it was taken, else the nanoseconds until there will be one */
    synchronized long take() {
        long now = clock.nanos();
        tokens = Math.min(burst, tokens + (double) (now - filledAt) / interval);
        filledAt = now;
        if (tokens >= 1) {
            tokens--;
            return 0;
        }
        return Math.max(1, (long) Math.ceil((1 - tokens) * interval));
    }
}
