package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.port.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers what holds for whole ranges of addresses, until it expires or newer ranges take its room. Thread-safe. */
final class RangeMemory<V> {
    private record Held<V>(IpRange range, V value, Instant until) {}

    private final Clock clock;
    private final Map<IpRange, Held<V>> ranges;

    RangeMemory(Clock clock, int capacity) {
        this.clock = clock;
        ranges = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<IpRange, Held<V>> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized void put(IpRange range, V value, Instant until) {
        ranges.remove(range);
        ranges.put(range, new Held<>(range, value, until));
    }

    /** What holds for the narrowest range that the address is in. */
    synchronized Optional<V> find(IpAddress address) {
        Instant now = clock.now();
        return ranges.values().stream()
                .filter(held -> held.range().contains(address) && now.isBefore(held.until()))
                .min(Comparator.comparing(held -> held.range().width()))
                .map(Held::value);
    }
}
