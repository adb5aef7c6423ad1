package dev.netwatch.domain.track;

import java.util.List;

/**
 * All connections after a sample.
 *
 * @param open those open now, in no particular order
 * @param closed those that closed since the sample before, each told once
 * @param past what closed ones carried, per row, oldest first
 * @param forgotten rows of {@code past} that had to leave early because there were too many, since the start
 * @param rates how fast it has been going lately
 */
public record Tracking(
        List<Connection> open, List<Connection> closed, List<PastTraffic> past, long forgotten, RecentRates rates) {
    public static final Tracking NOTHING = new Tracking(List.of(), List.of(), List.of(), 0, RecentRates.NOTHING);

    public Tracking {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
        past = List.copyOf(past);
    }
}
