package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RangeMemoryTest {
    private final FakeClock clock = new FakeClock();
    private final Instant until = clock.now().plus(Duration.ofHours(1));
    private final RangeMemory<String> memory = new RangeMemory<>(clock, 2);

    private static IpRange range(String text) {
        return IpRange.parse(text).orElseThrow();
    }

    private Optional<String> find(String address) {
        return memory.find(IpAddress.parse(address));
    }

    @Test
    void theNarrowestRangeSpeaks() {
        memory.put(range("8.8.8.0/24"), "narrow", until);
        memory.put(range("8.0.0.0/8"), "wide", until);
        assertEquals(Optional.of("narrow"), find("8.8.8.8"));
        assertEquals(Optional.of("wide"), find("8.8.9.8"));
        assertEquals(Optional.empty(), find("9.8.8.8"));
        assertEquals(Optional.empty(), find("2001:db8::1"));
    }

    @Test
    void whatExpiredSaysNothing() {
        memory.put(range("8.0.0.0/8"), "wide", until);
        clock.advance(Duration.ofHours(1));
        assertEquals(Optional.empty(), find("8.8.8.8"));
    }

    @Test
    void theOldestMakesRoom() {
        memory.put(range("1.0.0.0/8"), "one", until);
        memory.put(range("2.0.0.0/8"), "two", until);
        memory.put(range("1.0.0.0/8"), "one again", until);
        memory.put(range("3.0.0.0/8"), "three", until);
        assertEquals(Optional.of("one again"), find("1.1.1.1"));
        assertEquals(Optional.empty(), find("2.1.1.1"));
        assertEquals(Optional.of("three"), find("3.1.1.1"));
    }
}
