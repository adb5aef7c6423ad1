package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.Container;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.history.Sighting;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.sample.Scope;
import dev.netwatch.domain.sample.SocketSample;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.domain.track.Sockets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/* Connections and sightings to try filters on: one of which everything is known, one of which hardly anything is. */
final class Filtered {
    private Filtered() {}

    /** curl of ada, 192.0.2.1:50122 to 203.0.113.9:443, named; 1 MB received and 500 KB sent, 100 KB/s; new. */
    static Connection curl() {
        ProcessRef process = new ProcessRef(
                4711, Optional.empty(), "curl", Optional.of("/usr/bin/curl"), List.of(), OptionalLong.empty());
        Owner owner = new Owner(Attribution.OWNER, Optional.of(process), OptionalLong.of(1000), Optional.of("ada"));
        SocketSample socket = Sockets.tcp("1", 50122)
                .withOwner(owner)
                .withCounters(ByteCounters.exact(1_000_000, 500_000))
                .withScope(new Scope(
                        Optional.of("4026532281"),
                        Optional.of(Container.of(Container.Engine.DOCKER, "0123456789abcdef".repeat(4))
                                .named("web-1")
                                .inPod("6c3ad1f2")),
                        Optional.of("docker.service"),
                        Optional.of("eth0")));
        return connection(
                socket,
                Direction.OUTBOUND,
                Optional.of(new Rate(90_000, 10_000)),
                new RemoteName(found("mirror.example.org"), found("Example Networks")),
                OptionalInt.of(0));
    }

    /** A listener on port 8080 of which neither owner nor bytes are known. */
    static Connection listener() {
        return connection(
                Sockets.listener("2", 8080),
                Direction.LISTENING,
                Optional.empty(),
                RemoteName.notAsked("no peer"),
                OptionalInt.empty());
    }

    static Connection connection(
            SocketSample socket, Direction direction, Optional<Rate> rate, RemoteName name, OptionalInt runs) {
        return new Connection(socket, direction, Sockets.START, Optional.empty(), Optional.empty(), rate, name, runs);
    }

    static Connection to(String remote) {
        return connection(
                Sockets.tcp("3", 50123, remote, 22),
                Direction.OUTBOUND,
                Optional.empty(),
                RemoteName.PENDING,
                OptionalInt.of(4));
    }

    static Connection closed(Connection connection) {
        return new Connection(
                connection.socket(),
                connection.direction(),
                connection.firstSeenAt(),
                connection.openedAt(),
                Optional.of(Sockets.START),
                Optional.empty(),
                connection.name(),
                connection.otherRuns());
    }

    /** The same peer as a history keeps it, seen by three runs. */
    static Sighting sighting() {
        return new Sighting(
                "/usr/bin/curl",
                "curl",
                "203.0.113.9",
                Optional.of(IpAddress.parse("203.0.113.9")),
                443,
                Protocol.TCP,
                Sockets.START,
                Sockets.START,
                3,
                OptionalLong.of(1_000_000),
                OptionalLong.of(500_000),
                ByteQuality.EXACT,
                Optional.of("mirror.example.org"),
                Optional.of("Example Networks"));
    }

    /** A peer that an imported history kept under a name, seen once, never measured. */
    static Sighting imported() {
        return new Sighting(
                "wget",
                "wget",
                "old.example.net",
                Optional.empty(),
                80,
                Protocol.TCP,
                Sockets.START,
                Sockets.START,
                1,
                OptionalLong.empty(),
                OptionalLong.empty(),
                ByteQuality.UNAVAILABLE,
                Optional.empty(),
                Optional.empty());
    }

    private static Answer found(String name) {
        return new Answer.Found(name, "test", Sockets.START);
    }
}
