package dev.netwatch.domain.track;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Rate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/*
 * Keeps how fast rows and all of them together have been lately. A row has a history only while it is open and only from
 * its first byte until it was silent for as long as a history lasts: what is idle costs nothing.
 */
final class RateLedger {
    /** Ticks of a row. */
    static final int ROW_TICKS = 60;
    /** Ticks of the sum: the widest screens have as many columns. */
    static final int SUM_TICKS = 300;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Sum network = new Sum();
    private final Sum loopback = new Sum();
    private final Map<TrafficKey, Row> rows = new HashMap<>();
    private long tick;
    private long before;
    private double seconds;

    /** What one tick adds up. */
    private static class Interval {
        private long received;
        private long sent;
        private boolean measured;

        long received() {
            return received;
        }

        long sent() {
            return sent;
        }

        void add(Optional<ByteCounters> carried) {
            if (carried.isPresent()) {
                received += carried.get().received();
                sent += carried.get().sent();
                measured = true;
            }
        }

        void into(RateRing ring, double seconds) {
            if (measured && seconds > 0) {
                ring.append(received / seconds, sent / seconds);
            } else {
                ring.gap();
            }
            received = 0;
            sent = 0;
            measured = false;
        }
    }

    private static final class Row extends Interval {
        private final RateRing ring = new RateRing(ROW_TICKS);
        private long openIn;
        private long lastByteIn;
    }

    private static final class Sum extends Interval {
        private final RateRing ring = new RateRing(SUM_TICKS);
        private Optional<Rate> peak = Optional.empty();
        private long everReceived;
        private long everSent;

        RecentRates.Series view() {
            return new RecentRates.Series(ring.view(), peak, everReceived, everSent);
        }

        void end(double seconds) {
            everReceived += received();
            everSent += sent();
            into(ring, seconds);
            peak = RateHistory.higher(peak, ring.view().at(0));
        }
    }

    /** A sample has come; what follows is added to its interval. */
    void begin(long nanos) {
        seconds = tick == 0 ? 0 : (nanos - before) / NANOS_PER_SECOND;
        before = nanos;
        tick++;
    }

    /** A sample has failed. The interval of the next one begins where that of the last one ended. */
    void miss() {
        if (tick > 0) {
            network.ring.gap();
            loopback.ring.gap();
            rows.values().forEach(row -> row.ring.gap());
        }
    }

    /**
     * Adds what a connection carried in the interval.
     *
     * @param carried empty where that was not measured
     * @param ticks in how many ticks before this one it was there
     */
    void add(Connection connection, Optional<ByteCounters> carried, long ticks) {
        (connection.socket().tuple().isLoopback() ? loopback : network).add(carried);
        TrafficKey key = TrafficKey.of(connection);
        boolean any = carried.isPresent() && carried.get().total() > 0;
        Row row = rows.get(key);
        if (row == null && !any) {
            return;
        }
        if (row == null) {
            row = new Row();
            row.ring.zeros((int) Math.min(ticks, ROW_TICKS));
            rows.put(key, row);
        }
        row.add(carried);
        // the last bytes of one that closed are told of before it is known whether its row stays
        row.openIn = connection.closedAt().isPresent() ? row.openIn : tick;
        row.lastByteIn = any ? tick : row.lastByteIn;
    }

    /** The sample's interval is complete. */
    RecentRates end() {
        network.end(seconds);
        loopback.end(seconds);
        Map<TrafficKey, RateHistory> views = new HashMap<>();
        Iterator<Map.Entry<TrafficKey, Row>> all = rows.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<TrafficKey, Row> entry = all.next();
            Row row = entry.getValue();
            if (row.openIn < tick || tick - row.lastByteIn >= ROW_TICKS) {
                all.remove();
            } else {
                row.into(row.ring, seconds);
                views.put(entry.getKey(), row.ring.view());
            }
        }
        return new RecentRates(network.view(), loopback.view(), views);
    }
}
