package dev.netwatch.tui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.testkit.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Property
    void theNextIsAMultipleAndNeverNow(
            @ForAll long start,
            @ForAll @LongRange(min = 0, max = 1L << 50) long passed,
            @ForAll @LongRange(min = 1, max = 10_000) long millis) {
        Pace pace = new Pace(start, Duration.ofMillis(millis));
        long wait = pace.untilNext(start + passed);
        assertTrue(wait > 0 && wait <= millis * 1_000_000);
        assertEquals(0, (passed + wait) % (millis * 1_000_000));
    }

    @Test
    void aLateTickIsFollowedByNoBurstAndNoDrift() {
        FakeClock clock = new FakeClock();
        List<Long> ticks = new ArrayList<>();
        Stop stop = new Stop() {
            @Override
            public boolean await(long nanos) {
                clock.advance(Duration.ofNanos(nanos));
                return ticks.size() >= 4;
            }
        };
        Runnable tick = () -> {
            ticks.add(clock.nanos() / 1_000_000);
            clock.advance(Duration.ofMillis(ticks.size() == 2 ? 5_300 : 10));
        };
        new SamplerLoop(tick, Duration.ofSeconds(2), clock, stop).run();
        assertEquals(List.of(0L, 2000L, 8000L, 10_000L), ticks);
    }
}
