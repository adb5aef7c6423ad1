package dev.netwatch.adapters.collect.windows;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.connection.TcpMetrics;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.sample.SocketSample;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/*
 * Windows counts nothing until it is told to, connection by connection, and then from 0. So a count is never of the
 * whole connection: it is a lower bound, and marked as an estimate without exception. Of the counters the acknowledged
 * octets are taken, both ways: those of segments contain what was sent again.
 *
 * Somebody else may switch the collection off and on, which begins anew at 0: what was counted before is added.
 */
/** Counts the bytes of TCP connections by their extended statistics. Not thread-safe. */
final class ByteMeter {
    private static final long MICROS_PER_MILLI = 1_000;

    private final WindowsApi windows;
    private final ByteBuffer enabled = allocate(1);
    private final ByteBuffer data = allocate(Statistics.DATA.size);
    private final ByteBuffer path = allocate(Statistics.PATH.size);
    private Map<SocketId, Count> before = new HashMap<>();
    private Map<SocketId, Count> now = new HashMap<>();
    private boolean isRefused;
    private int failed;

    ByteMeter(WindowsApi windows) {
        this.windows = windows;
    }

    /* What one connection was counted to have carried. */
    private static final class Count {
        final SocketRow.Handle handle;
        boolean isOurs;
        boolean wasMeasured;
        long received;
        long sent;
        private long lastReceived;
        private long lastSent;

        Count(SocketRow.Handle handle) {
            this.handle = handle;
        }

        void count(long receivedNow, long sentNow) {
            boolean begunAnew = receivedNow < lastReceived || sentNow < lastSent;
            received += begunAnew ? receivedNow : receivedNow - lastReceived;
            sent += begunAnew ? sentNow : sentNow - lastSent;
            lastReceived = receivedNow;
            lastSent = sentNow;
            wasMeasured = true;
        }
    }

    /** A new sample: who is not measured in it is forgotten. */
    void begin() {
        before = now;
        now = new HashMap<>();
        failed = 0;
    }

    /** The same socket with what was measured of it. */
    SocketSample measured(SocketSample socket, SocketRow row) {
        boolean carries = socket.state().isSynchronized() && socket.state() != SocketState.TIME_WAIT;
        if (!carries || isRefused || row.handle().isEmpty()) {
            return socket;
        }
        SocketRow.Handle handle = row.handle().get();
        Count known = before.get(socket.id());
        Count count = known == null ? new Count(handle) : known;
        now.put(socket.id(), count);
        if (!measure(handle, count) || !count.wasMeasured) {
            failed += isRefused ? 0 : 1;
            return socket;
        }
        SocketSample counted = socket.withCounters(
                new ByteCounters(count.received, count.sent, ByteQuality.ESTIMATED, ByteQuality.ESTIMATED));
        return metrics(handle).map(counted::withMetrics).orElse(counted);
    }

    /** Reads the counters; where they are off, switches them on first. */
    private boolean measure(SocketRow.Handle handle, Count count) {
        if (!read(handle, Statistics.DATA, data)) {
            int error = windows.collect(handle, Statistics.DATA, true);
            isRefused = error == WindowsError.ACCESS_DENIED;
            if (error != WindowsError.NONE || !read(handle, Statistics.DATA, data)) {
                return false;
            }
            count.isOurs = true;
            windows.collect(handle, Statistics.PATH, true); // without it, there is no round-trip time
        }
        long received = data.getLong(Statistics.THRU_BYTES_RECEIVED);
        long sent = data.getLong(Statistics.THRU_BYTES_ACKED);
        if (received < 0 || sent < 0) {
            return false;
        }
        count.count(received, sent);
        return true;
    }

    private boolean read(SocketRow.Handle handle, Statistics kind, ByteBuffer figures) {
        enabled.put(0, (byte) 0);
        return windows.statistics(handle, kind, enabled, figures) == WindowsError.NONE && enabled.get(0) != 0;
    }

    /** Below the unit, which is a millisecond, nothing is known. Retransmits are not counted from the beginning. */
    private Optional<TcpMetrics> metrics(SocketRow.Handle handle) {
        if (!read(handle, Statistics.PATH, path)) {
            return Optional.empty();
        }
        long millis = Integer.toUnsignedLong(path.getInt(Statistics.SMOOTHED_RTT));
        boolean measured = path.getInt(Statistics.COUNT_RTT) != 0 && millis != 0;
        return measured
                ? Optional.of(new TcpMetrics(millis * MICROS_PER_MILLI, OptionalLong.empty()))
                : Optional.empty();
    }

    /** What is to be known about the figures of this sample. */
    List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        if (isRefused) {
            notices.add(Notice.warning(
                    "bytes-need-administrator",
                    "Windows counts the bytes of a connection for an administrator only; run netwatch as"
                            + " administrator."));
            return notices;
        }
        notices.add(Notice.info(
                "bytes-from-first-look",
                "Windows counts the bytes of a TCP connection from when netwatch first saw it; what it carried before"
                        + " is missing."));
        if (failed > 0) {
            notices.add(Notice.warning(
                    "bytes-not-counted",
                    "The bytes of " + Counted.of(failed, "TCP connection") + " could not be counted."));
        }
        return notices;
    }

    /** Leaves Windows as it was: what this switched on is switched off. */
    void close() {
        before.putAll(now);
        before.values().stream().filter(count -> count.isOurs).forEach(count -> {
            windows.collect(count.handle, Statistics.DATA, false);
            windows.collect(count.handle, Statistics.PATH, false);
        });
        now.clear();
        before.clear();
    }

    private static ByteBuffer allocate(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
