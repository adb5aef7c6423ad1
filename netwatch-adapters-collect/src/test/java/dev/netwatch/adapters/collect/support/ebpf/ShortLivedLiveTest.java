package dev.netwatch.adapters.collect.support.ebpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.connection.IpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processes that connect, send 500 bytes, read 300 and are gone before anybody could look. */
@Tag("root")
@Timeout(60)
class ShortLivedLiveTest {
    private static final int CHILDREN = 200;
    private static final int FORTH = 500;
    private static final int BACK = 300;

    @BeforeAll
    static void assumeEngineAndShell() {
        RootTests.assumeEngine();
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash to fork connections with");
    }

    @ParameterizedTest(name = "to {0}, as a burst: {1}")
    @CsvSource({"127.0.0.1, false", "127.0.0.1, true", "::1, false", "::1, true"})
    void countsAndAttributesEveryOne(String address, boolean burst) throws Exception {
        InetSocketAddress here = new InetSocketAddress(
                InetAddress.getByAddress(IpAddress.parse(address).bytes()), 0);
        try (EbpfEngine engine = EbpfEngine.open(EbpfLimits.DEFAULT);
                ServerSocketChannel listener = ServerSocketChannel.open().bind(here, CHILDREN)) {
            int port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
            Map<Integer, Long> pids = new HashMap<>();
            Thread server = new Thread(() -> serve(listener, pids));
            server.start();
            List<Process> children = new ArrayList<>();
            for (int i = 0; i < CHILDREN; i++) {
                Process child = connect(address, port);
                children.add(child);
                if (!burst) {
                    child.waitFor();
                }
            }
            for (Process child : children) {
                assertEquals(0, child.waitFor());
            }
            server.join();
            check(engine, port, children);
        }
    }

    /** The shell itself connects, by its own means, so that its number is the process's; what it sends names it. */
    private static Process connect(String address, int port) throws IOException {
        String script = "exec 3<>/dev/tcp/" + address + "/" + port + "; printf '%500d' $$ >&3; read -r -N 300 <&3";
        return new ProcessBuilder("/bin/bash", "-c", script)
                .redirectErrorStream(true)
                .start();
    }

    private static void serve(ServerSocketChannel listener, Map<Integer, Long> pids) {
        try {
            for (int i = 0; i < CHILDREN; i++) {
                try (SocketChannel accepted = listener.accept()) {
                    ByteBuffer request = ByteBuffer.allocate(FORTH);
                    while (request.hasRemaining() && accepted.read(request) >= 0) {
                        assertTrue(request.position() <= FORTH);
                    }
                    pids.put(
                            ((InetSocketAddress) accepted.getRemoteAddress()).getPort(),
                            Long.valueOf(new String(request.array(), StandardCharsets.US_ASCII).trim()));
                    accepted.write(ByteBuffer.wrap("x".repeat(BACK).getBytes(StandardCharsets.US_ASCII)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(EbpfEngine engine, int port, List<Process> children) {
        List<Observed> all = Observed.all(engine);
        Map<Long, Observed> byOwner = new HashMap<>();
        int accepted = 0;
        int closedByThisProcess = 0;
        long self = ProcessHandle.current().pid();
        for (Observed socket : all) {
            if (socket.remote().port() == port && socket.protocol() == PacketProgram.TCP) {
                byOwner.put((long) socket.owner(), socket);
            } else if (socket.local().port() == port && socket.remote().port() != 0) {
                accepted++;
                closedByThisProcess += socket.closer() == self ? 1 : 0;
                assertEquals(List.of((long) BACK, (long) FORTH), List.of(socket.sent(), socket.received()));
                assertEquals(self, socket.speaker());
                assertTrue(socket.released() && socket.whole());
                assertFalse(socket.connected() || socket.sentSyn());
            }
        }
        for (Process child : children) {
            Observed socket = byOwner.get(child.pid());
            assertEquals(List.of((long) FORTH, (long) BACK), List.of(socket.sent(), socket.received()));
            assertEquals("bash", socket.command());
            assertTrue(socket.connected() && socket.sentSyn() && socket.released());
        }
        assertEquals(CHILDREN, accepted);
        /* The rest was closed last by a child that had inherited the descriptor before it executed its program. */
        assertTrue(closedByThisProcess > 0);
        assertEquals(0, engine.losses());
    }
}
