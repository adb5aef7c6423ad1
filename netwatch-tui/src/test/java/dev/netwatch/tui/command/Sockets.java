package dev.netwatch.tui.command;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.Container;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Outcome;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.connection.TcpMetrics;
import dev.netwatch.domain.sample.Scope;
import dev.netwatch.domain.sample.SocketSample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/* Made-up sockets, from one of which everything is known to one of which hardly anything is. */
final class Sockets {
    static final IpAddress PEER = IpAddress.parse("198.51.100.80");

    private Sockets() {}

    static SocketSample curl() {
        ProcessRef process = new ProcessRef(
                4711,
                Optional.of(Instant.parse("2026-01-02T03:00:00Z")),
                "curl",
                Optional.of("/usr/bin/curl"),
                List.of("curl", "--user", "ada:secret"),
                OptionalLong.of(1));
        Owner owner = new Owner(Attribution.OWNER, Optional.of(process), OptionalLong.of(1000), Optional.of("ada"));
        return new SocketSample(
                new SocketId("boot-1-2a"),
                tuple(Protocol.TCP, "192.0.2.7", 50122, PEER.toString(), 443),
                SocketState.ESTABLISHED,
                owner,
                Optional.of(new ByteCounters(41_000, 1_200, ByteQuality.ESTIMATED, ByteQuality.EXACT)),
                Optional.of(new TcpMetrics(11_000, 2)),
                Optional.of(Direction.OUTBOUND),
                Optional.of(Outcome.ESTABLISHED),
                new Scope(
                        Optional.of("4026531833"),
                        Optional.of(Container.of(Container.Engine.DOCKER, "0123456789abcdef".repeat(4))
                                .named("web-1")),
                        Optional.of("docker.service"),
                        Optional.of("eth0")));
    }

    /** A UDP socket of somebody else: no peer, no owner, no bytes. */
    static SocketSample unknown() {
        FiveTuple tuple =
                new FiveTuple(Protocol.UDP, new Endpoint(IpAddress.parse("fe80::1%eth0"), 5353), Optional.empty());
        return SocketSample.of(new SocketId("boot-1-2b"), tuple, SocketState.OPEN)
                .withOwner(new Owner(
                        Attribution.NO_PERMISSION, Optional.empty(), OptionalLong.of(0), Optional.of("root")));
    }

    static SocketSample loopback() {
        return SocketSample.of(
                        new SocketId("boot-1-2c"),
                        tuple(Protocol.TCP, "127.0.0.1", 40000, "127.0.0.1", 80),
                        SocketState.ESTABLISHED)
                .withOwner(Owner.of(ProcessRef.of(7, "evil\u001b[2Jname\n\u202e")));
    }

    static FiveTuple tuple(Protocol protocol, String local, int localPort, String remote, int remotePort) {
        return new FiveTuple(
                protocol,
                new Endpoint(IpAddress.parse(local), localPort),
                Optional.of(new Endpoint(IpAddress.parse(remote), remotePort)));
    }
}
