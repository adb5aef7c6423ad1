package dev.netwatch.domain.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.port.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link Clock} promises. */
public abstract class ClockContract {
    protected abstract Clock clock();

    /** Returns when at least this much time has passed on the clock. */
    protected abstract void letPass(Duration time);

    @Test
    void monotonicTimeNeverRunsBackwards() {
        long last = clock().nanos();
        for (int i = 0; i < 1_000; i++) {
            long next = clock().nanos();
            assertTrue(next - last >= 0, "ran back by " + (last - next) + " ns");
            last = next;
        }
    }

    @Test
    void bothTimesPassTogether() {
        Instant wall = clock().now();
        long nanos = clock().nanos();
        letPass(Duration.ofMillis(3));
        assertTrue(clock().nanos() - nanos >= 3_000_000, "monotonic time passes");
        assertFalse(clock().now().isBefore(wall.plusMillis(2)), "wall time passes");
    }
}
