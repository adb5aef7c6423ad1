package dev.netwatch.domain.port;

import java.time.Instant;

/* Conscious exception to "time is asked of the clock port": this is that port. */
final class SystemClock implements Clock {
    static final SystemClock INSTANCE = new SystemClock();

    private SystemClock() {}

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
