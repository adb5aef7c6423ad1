package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Outcome;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
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
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two thousand processes, a thousand a second, each of which connects, sends 500 bytes, reads 300 and is gone. */
@Tag("root")
@Timeout(180)
class EbpfCrowdLiveTest {
    private static final int CHILDREN = 2_000;
    private static final int FORTH = 500;
    private static final int BACK = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    /** Forks on time, or as fast as it can; each child says by what it sends who it is. */
    private static final String CROWD = """
            import os, socket, sys, time
            begun = time.monotonic()
            for number in range(int(sys.argv[2])):
                time.sleep(max(0, begun + number / 1000 - time.monotonic()))
                if os.fork() == 0:
                    with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as client:
                        client.sendall(b"%500d" % os.getpid())
                        client.recv(300, socket.MSG_WAITALL)
                    os._exit(0)
            for number in range(int(sys.argv[2])):
                assert os.wait()[1] == 0
            """;

    @Test
    void missesNobodyAndMistakesNobody() throws Exception {
        assumeTrue(Files.isExecutable(PYTHON), "needs python3 to fork");
        InetSocketAddress any = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        try (EbpfSource source = new EbpfSource(LinuxSystem.here(), Clock.system());
                ServerSocketChannel listener = ServerSocketChannel.open().bind(any, CHILDREN)) {
            source.refusal().ifPresent(notice -> assumeTrue(false, notice.sentence()));
            source.sample();
            int port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
            Set<Long> pids = ConcurrentHashMap.newKeySet();
            Thread server = new Thread(() -> serve(listener, pids));
            server.start();
            Process crowd = new ProcessBuilder(
                            PYTHON.toString(), "-c", CROWD, Integer.toString(port), Integer.toString(CHILDREN))
                    .inheritIO()
                    .start();
            check(told(source, port), port, pids);
            assertEquals(0, crowd.waitFor());
            server.join();
        }
    }

    private static void serve(ServerSocketChannel listener, Set<Long> pids) {
        ByteBuffer answer = ByteBuffer.allocate(BACK);
        try {
            for (int i = 0; i < CHILDREN; i++) {
                try (SocketChannel accepted = listener.accept()) {
                    ByteBuffer request = ByteBuffer.allocate(FORTH);
                    while (request.hasRemaining() && accepted.read(request) >= 0) {
                        assertTrue(request.position() <= FORTH);
                    }
                    pids.add(Long.valueOf(new String(request.array(), StandardCharsets.US_ASCII).trim()));
                    accepted.write(answer.clear());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All ends, each once. */
    private static Collection<SocketSample> told(EbpfSource source, int port) {
        Map<SocketId, SocketSample> told = new HashMap<>();
        long begun = Clock.system().nanos();
        while (told.size() < 2 * CHILDREN) {
            int sofar = told.size();
            assertTrue(Clock.system().nanos() - begun < PATIENCE.toNanos(), () -> sofar + " ends were told");
            Sample sample = source.sample();
            assertEquals(0, sample.coverage().lost(), () -> sample.coverage().toString());
            for (SocketSample socket : sample.closed()) {
                if (remotePort(socket) == port || socket.tuple().local().port() == port && remotePort(socket) != 0) {
                    assertEquals(null, told.put(socket.id(), socket), "told twice");
                }
            }
        }
        return told.values();
    }

    private static int remotePort(SocketSample socket) {
        return socket.tuple().remote().map(end -> end.port()).orElse(0);
    }

    private static void check(Collection<SocketSample> told, int port, Set<Long> pids) {
        Set<Long> callers = new HashSet<>();
        for (SocketSample socket : told) {
            boolean calls = remotePort(socket) == port;
            ProcessRef owner = socket.owner().process().orElseThrow();
            assertEquals(Attribution.OWNER, socket.owner().attribution(), socket::toString);
            assertEquals(
                    Optional.of(calls ? ByteCounters.exact(BACK, FORTH) : ByteCounters.exact(FORTH, BACK)),
                    socket.counters(),
                    socket::toString);
            if (calls) {
                assertTrue(owner.name().startsWith("python3"), owner::toString);
                assertEquals(Optional.of(Outcome.ESTABLISHED), socket.outcome());
                callers.add(owner.pid());
            } else {
                assertEquals(ProcessHandle.current().pid(), owner.pid());
            }
        }
        assertEquals(CHILDREN, callers.size());
        assertEquals(pids, callers);
    }
}
