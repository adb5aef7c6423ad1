package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Rate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How rows are ordered. Stale rows come last whatever the order, so that old traffic never looks live; rows that are
 * equal keep a fixed order among themselves, so that they do not dance.
 *
 * @param byRate whether traffic is compared by bytes per second instead of bytes
 */
public record Order(SortKey key, boolean descending, boolean byRate) {
    /** Most bytes first. */
    public static final Order DEFAULT = new Order(SortKey.TOTAL, true, false);

    private static final Comparator<TrafficRow> STABLE = Comparator.comparing(
                    (TrafficRow row) -> row.process().orElse(""))
            .thenComparing(Order::byAddress)
            .thenComparing(row -> row.key().port())
            .thenComparing(row -> row.speaker().id().value());

    private static int byAddress(TrafficRow a, TrafficRow b) {
        Optional<IpAddress> left = a.key().remote();
        Optional<IpAddress> right = b.key().remote();
        return left.isPresent() && right.isPresent()
                ? left.get().compareTo(right.get())
                : Boolean.compare(left.isPresent(), right.isPresent());
    }

    /** Rows in this order. */
    public Comparator<TrafficRow> comparator() {
        Comparator<TrafficRow> wanted = descending ? byKey().reversed() : byKey();
        return Comparator.comparing(TrafficRow::isStale).thenComparing(wanted).thenComparing(STABLE);
    }

    private Comparator<TrafficRow> byKey() {
        return switch (key) {
            case PROCESS -> Comparator.comparing(row -> row.process().orElse("").toLowerCase(Locale.ROOT));
            case CONNECTIONS -> Comparator.comparingInt(row -> row.open().size());
            case TOTAL -> traffic(Rate::total, ByteCounters::total);
            case RECEIVED -> traffic(Rate::received, ByteCounters::received);
            case SENT -> traffic(Rate::sent, ByteCounters::sent);
        };
    }

    /** Unknown is less than nothing. */
    private Comparator<TrafficRow> traffic(ToDoubleFunction<Rate> rate, ToDoubleFunction<ByteCounters> bytes) {
        return byRate
                ? Comparator.comparingDouble(
                        row -> row.rate().map(rate::applyAsDouble).orElse(-1.0))
                : Comparator.comparingDouble(
                        row -> row.counters().map(bytes::applyAsDouble).orElse(-1.0));
    }
}
