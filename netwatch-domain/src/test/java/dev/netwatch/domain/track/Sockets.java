package dev.netwatch.domain.track;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Short words for the samples of the tracker's tests. */
public final class Sockets {
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Sockets() {}

    /** An established TCP connection of curl from a port of ours to port 443 of 203.0.113.9. */
    public static SocketSample tcp(String id, int localPort) {
        return tcp(id, localPort, "203.0.113.9", 443);
    }

    public static SocketSample tcp(String id, int localPort, String remote, int port) {
        FiveTuple tuple = new FiveTuple(Protocol.TCP, end("192.0.2.1", localPort), Optional.of(end(remote, port)));
        return SocketSample.of(new SocketId(id), tuple, SocketState.ESTABLISHED)
                .withOwner(Owner.of(ProcessRef.of(100, "curl")));
    }

    public static SocketSample listener(String id, int port) {
        FiveTuple tuple = new FiveTuple(Protocol.TCP, end("0.0.0.0", port), Optional.empty());
        return SocketSample.of(new SocketId(id), tuple, SocketState.LISTEN);
    }

    public static SocketSample carrying(SocketSample socket, long received, long sent) {
        return socket.withCounters(ByteCounters.exact(received, sent));
    }

    public static Endpoint end(String address, int port) {
        return new Endpoint(IpAddress.parse(address), port);
    }

    /** A sample so many seconds after {@link #START}. */
    public static Sample sample(int second, List<SocketSample> open, SocketSample... closed) {
        return new Sample(START.plusSeconds(second), second * 1_000_000_000L, open, List.of(closed), Coverage.FULL);
    }
}
