package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.history.Observation;
import dev.netwatch.domain.port.HistoryRepository;
import dev.netwatch.domain.testkit.FakeClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of several processes that record the same peers, partly through the same sockets. */
final class Hammer {
    static final int PEERS = 10;
    static final int SOCKETS_PER_PEER = 5;
    static final int LAST_COUNT = 40;

    private Hammer() {}

    public static void main(String[] arguments) {
        PersistenceConfig config = PersistenceConfig.in(Path.of(arguments[0]).getParent());
        try (Persistence persistence = Persistence.lazy(config, new FakeClock())) {
            HistoryRepository history = persistence.history();
            for (int count = 1; count <= LAST_COUNT; count++) {
                history.record(batch(arguments[1], count));
            }
        }
    }

    private static List<Observation> batch(String own, int count) {
        List<Observation> batch = new ArrayList<>();
        for (int peer = 0; peer < PEERS; peer++) {
            for (int socket = 0; socket < SOCKETS_PER_PEER; socket++) {
                batch.add(seen("shared", peer, socket, count));
                batch.add(seen(own, peer, socket, count));
            }
        }
        return batch;
    }

    private static Observation seen(String whose, int peer, int socket, int count) {
        Fingerprint fingerprint = new Fingerprint("/usr/bin/p", IpAddress.v4(peer), 443, Protocol.TCP);
        return new Observation(
                new SocketId(whose + ":" + peer + ":" + socket),
                fingerprint,
                "p",
                Store.NOON,
                Store.NOON.plusSeconds(count),
                Optional.of(ByteCounters.exact(count, 2L * count)));
    }
}
