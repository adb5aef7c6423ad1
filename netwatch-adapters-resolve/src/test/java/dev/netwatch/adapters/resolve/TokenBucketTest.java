package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.domain.testkit.FakeClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private final FakeClock clock = new FakeClock();
    private final TokenBucket bucket = new TokenBucket(clock, Duration.ofSeconds(1), 5);

    private int takeAll() {
        int taken = 0;
        while (bucket.take() == 0) {
            taken++;
        }
        return taken;
    }

    @Test
    void aBurstAndThenOnePerInterval() {
        assertEquals(5, takeAll());
        clock.advance(Duration.ofMillis(999));
        assertEquals(0, takeAll());
        clock.advance(Duration.ofMillis(1));
        assertEquals(1, takeAll());
        clock.advance(Duration.ofSeconds(3));
        assertEquals(3, takeAll());
    }

    @Test
    void itTellsHowLongToWait() {
        takeAll();
        assertEquals(Duration.ofSeconds(1).toNanos(), bucket.take());
        clock.advance(Duration.ofMillis(400));
        assertEquals(Duration.ofMillis(600).toNanos(), bucket.take(), 1_000);
    }

    @Test
    void restDoesNotSaveUpMoreThanABurst() {
        clock.advance(Duration.ofDays(1));
        assertEquals(5, takeAll());
    }

    @Test
    void aClockThatIsSetBackDoesNotMatter() {
        takeAll();
        clock.jumpTo(clock.now().minusSeconds(3600));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(1, takeAll());
    }
}
