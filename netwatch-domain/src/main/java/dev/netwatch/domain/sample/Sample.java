package dev.netwatch.domain.sample;

import dev.netwatch.domain.connection.FiveTuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One read of the socket table.
 *
 * @param takenAt wall time
 * @param nanos monotonic time in nanoseconds; only differences mean anything
 * @param open the sockets open now, each once, in no particular order
 * @param closed the sockets that closed since the last sample, with their final counters, each once in its life;
 *     such a socket may be among {@code open} still, in {@code TIME_WAIT}
 * @param coverage of the time since the last sample
 */
public record Sample(
        Instant takenAt, long nanos, List<SocketSample> open, List<SocketSample> closed, Coverage coverage) {
    public Sample {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
    }

    /** The open socket with this tuple. */
    public Optional<SocketSample> find(FiveTuple tuple) {
        return open.stream().filter(socket -> socket.tuple().equals(tuple)).findFirst();
    }
}
