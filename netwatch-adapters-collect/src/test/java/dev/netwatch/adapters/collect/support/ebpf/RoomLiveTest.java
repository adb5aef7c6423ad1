package dev.netwatch.adapters.collect.support.ebpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the maps take of the kernel's memory, and what happens when they are full. */
@Tag("root")
@Timeout(60)
class RoomLiveTest {
    private static final long MOST_MEMORY = 20_000_000;

    @BeforeAll
    static void assumeEngine() {
        RootTests.assumeEngine();
    }

    @Test
    void takesLittleWhenEmptyAndNoMoreThanPromisedWhenFull() throws IOException {
        EbpfLimits limits = EbpfLimits.DEFAULT;
        try (BpfMap sockets = new BpfMap("nw_room", SocketLayout.KEY_SIZE, SocketLayout.SIZE, limits.sockets());
                BpfMap peers = new BpfMap("nw_room", PeerLayout.KEY_SIZE, PeerLayout.SIZE, limits.peers())) {
            long empty = memory(sockets) + memory(peers);
            fill(sockets, SocketLayout.KEY_SIZE, SocketLayout.SIZE, limits.sockets());
            fill(peers, PeerLayout.KEY_SIZE, PeerLayout.SIZE, limits.peers());
            long full = memory(sockets) + memory(peers);
            assertTrue(empty > 0 && empty < 2_000_000, "empty: " + empty);
            assertTrue(full > empty && full <= MOST_MEMORY, "full: " + full);
            int[] count = {0};
            sockets.forEach(index -> count[0]++);
            assertEquals(limits.sockets(), count[0]);
        }
    }

    /** What the kernel itself accounts to the map. */
    private static long memory(BpfMap map) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/fdinfo/" + map.descriptor())).stream()
                .filter(line -> line.startsWith("memlock:"))
                .mapToLong(line -> Long.parseLong(line.substring(8).trim()))
                .findFirst()
                .orElseThrow();
    }

    private static void fill(BpfMap map, int keySize, int valueSize, int entries) {
        try (Memory key = new Memory(keySize);
                Memory value = new Memory(valueSize)) {
            key.clear();
            value.clear();
            for (int i = 0; i < entries; i++) {
                key.setInt(0, i);
                assertEquals(0, Bpf.update(map.descriptor(), key, value, Bpf.NO_EXIST));
            }
        }
    }

    @Test
    void keepsWhatItHasAndCountsWhatItMustTurnAway() {
        Features features = FeatureProbe.probe();
        String cgroup = EbpfEngine.cgroup().orElseThrow();
        try (EbpfEngine engine = EbpfEngine.load(cgroup, new EbpfLimits(64, 2), features);
                ProbeSocket early = ProbeSocket.open(ProbeSocket.DATAGRAM).bind();
                ProbeSocket receiver = ProbeSocket.open(ProbeSocket.DATAGRAM).bind()) {
            early.sendTo(receiver.port(), 100);
            receiver.receive(100);
            List<ProbeSocket> crowd = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                ProbeSocket late = ProbeSocket.open(ProbeSocket.DATAGRAM).bind();
                late.sendTo(receiver.port(), 10);
                receiver.receive(10);
                crowd.add(late);
            }
            early.sendTo(receiver.port(), 100);
            receiver.receive(100);
            SocketRecord record = engine.socket(early.cookie()).orElseThrow();
            assertEquals(200, record.sent());
            assertEquals(2200, engine.socket(receiver.cookie()).orElseThrow().received());
            assertTrue(engine.losses() >= 136, "losses: " + engine.losses());
            long before = engine.drainLosses();
            assertTrue(before >= 136);
            crowd.forEach(ProbeSocket::close);
        }
    }
}
