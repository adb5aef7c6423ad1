package dev.netwatch.domain.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.netwatch.domain.port.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FakeClockTest extends ClockContract {
    private final FakeClock clock = new FakeClock();

    @Override
    protected Clock clock() {
        return clock;
    }

    @Override
    protected void letPass(Duration time) {
        clock.advance(time);
    }

    @Test
    void standsStillUntilItIsAdvanced() {
        Instant before = clock.now();
        assertEquals(before, clock.now());
        clock.advance(Duration.ofSeconds(2));
        assertEquals(before.plusSeconds(2), clock.now());
        assertEquals(2_000_000_000L, clock.nanos());
    }

    @Test
    void aJumpOfTheWallClockLeavesMonotonicTimeAlone() {
        clock.jumpTo(Instant.EPOCH);
        assertEquals(Instant.EPOCH, clock.now());
        assertEquals(0, clock.nanos());
    }

    @Test
    void refusesToRunBackwards() {
        assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofNanos(-1)));
    }
}
