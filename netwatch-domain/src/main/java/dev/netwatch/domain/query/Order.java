package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How rows are ordered. Stale rows come last whatever the order, so that old traffic never looks live; within both
 * parts those of which it is not known what they are ordered by; and rows that are equal keep a fixed order among
 * themselves, so that they do not dance.
 *
 * @param byRate whether {@link SortKey#TOTAL}, {@link SortKey#RECEIVED} and {@link SortKey#SENT} mean bytes per second
 *     instead of bytes
 */
public record Order(SortKey key, boolean descending, boolean byRate) {
    /** Most bytes first. */
    public static final Order DEFAULT = Order.by(SortKey.TOTAL);

    /** By this, in the direction one expects of it, by bytes. */
    public static Order by(SortKey key) {
        return new Order(key, key.descendingFirst(), false);
    }

    /** The same rows in this order. */
    public List<TrafficRow> sorted(Collection<TrafficRow> rows) {
        List<Valued> valued = new ArrayList<>(rows.size());
        for (TrafficRow row : rows) {
            valued.add(new Valued(
                    row, SortValue.of(row, key, byRate), row.process().orElse("")));
        }
        valued.sort(this::compare);
        List<TrafficRow> sorted = new ArrayList<>(valued.size());
        valued.forEach(one -> sorted.add(one.row));
        return sorted;
    }

    /* Compared by hand: a chain of comparators takes four times as long. */
    private record Valued(TrafficRow row, SortValue value, String process) {}

    private int compare(Valued a, Valued b) {
        if (a.row.isStale() != b.row.isStale()) {
            return a.row.isStale() ? 1 : -1;
        }
        if (a.value.isKnown() != b.value.isKnown()) {
            return a.value.isKnown() ? -1 : 1;
        }
        int wanted = !a.value.isKnown() ? 0 : descending ? b.value.compareTo(a.value) : a.value.compareTo(b.value);
        return wanted != 0 ? wanted : byRow(a, b);
    }

    /** Of equal ones, so that each has its place. */
    private static int byRow(Valued a, Valued b) {
        int byProcess = a.process.compareTo(b.process);
        int byAddress = byProcess != 0 ? byProcess : byAddress(a.row, b.row);
        int byPort = byAddress != 0
                ? byAddress
                : Integer.compare(a.row.key().port(), b.row.key().port());
        return byPort != 0
                ? byPort
                : a.row.speaker().id().value().compareTo(b.row.speaker().id().value());
    }

    private static int byAddress(TrafficRow a, TrafficRow b) {
        Optional<IpAddress> left = a.key().remote();
        Optional<IpAddress> right = b.key().remote();
        return left.isPresent() && right.isPresent()
                ? left.get().compareTo(right.get())
                : Boolean.compare(left.isPresent(), right.isPresent());
    }
}
