package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets of other network namespaces, at rest too. */
@Tag("root")
@Timeout(90)
class OtherNamespacesTest {
    private static final int PATIENCE = 2_000;
    private static final List<String> APART =
            List.of("unshare", "-n", "sh", "-c", "ip link set lo up; exec \"$@\"", "sh");
    private static final String NAME = "nwt" + ProcessHandle.current().pid() % 100_000;

    @BeforeEach
    void onlyAsRoot() {
        assumeTrue(LinuxSystem.here().refusesNative().isEmpty(), "needs Linux");
        assumeTrue(Namespace.read(Path.of("/proc")).ownUid() == 0, "needs root to enter namespaces");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")), "needs unshare");
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/ip")), "needs ip");
    }

    static ConnectionSource source(String id) {
        ConnectionSource source = id.equals(EbpfSource.ID)
                ? new EbpfSource(LinuxSystem.here(), Clock.system())
                : new InetDiagSource(LinuxSystem.here(), Clock.system());
        source.refusal().ifPresent(notice -> assumeTrue(false, notice.sentence()));
        return source;
    }

    private static ChildJvm converse() throws IOException {
        return ChildJvm.start(APART, System.getProperty("java.class.path"), Elsewhere.class);
    }

    static Predicate<SocketSample> of(ChildJvm child) {
        return socket -> socket.tuple().remote().isPresent()
                && socket.owner()
                        .process()
                        .filter(process -> process.pid() == child.pid())
                        .isPresent();
    }

    private static String namespaceOf(ChildJvm child) throws IOException {
        String link = Files.readSymbolicLink(Path.of("/proc/" + child.pid() + "/ns/net"))
                .toString();
        return link.replaceAll("\\D", "");
    }

    private static void assertTraffic(int port, SocketSample end) {
        boolean client = end.tuple().local().port() == port;
        assertEquals(
                Optional.of(
                        client
                                ? ByteCounters.exact(Elsewhere.RECEIVED, Elsewhere.SENT)
                                : ByteCounters.exact(Elsewhere.SENT, Elsewhere.RECEIVED)),
                end.counters());
        assertEquals(Optional.of(client ? Direction.OUTBOUND : Direction.INBOUND), end.direction());
    }

    @ParameterizedTest
    @ValueSource(strings = {InetDiagSource.ID, EbpfSource.ID})
    void anIdleConnectionOlderThanNetwatchIsSeenWithOwnerAndBytes(String id) throws IOException {
        try (ChildJvm child = converse()) {
            int port = Integer.parseInt(child.linesUntil("ready").get(0));
            try (ConnectionSource source = source(id)) {
                Sample sample = source.sample();
                List<SocketSample> ends =
                        sample.open().stream().filter(of(child)).toList();
                assertEquals(2, ends.size(), ends::toString);
                for (SocketSample end : ends) {
                    assertTraffic(port, end);
                    assertEquals(Optional.of(namespaceOf(child)), end.scope().networkNamespace());
                    assertEquals(SocketState.ESTABLISHED, end.state());
                }
                assertTrue(sample.coverage().networkNamespaces().orElse(0) >= 2);
                assertTrue(sample.coverage().reasons().stream()
                        .noneMatch(reason -> reason.code().equals(DumpCoverage.UNSEEN)));
                endsAreToldOnce(source, child, port, ends);
            }
        }
    }

    /** With the process goes its namespace: nothing of it may be left open, and nothing told twice. */
    private static void endsAreToldOnce(ConnectionSource source, ChildJvm child, int port, List<SocketSample> ends)
            throws IOException {
        child.close();
        List<SocketSample> closed = new ArrayList<>();
        Sample sample = source.sample();
        for (int i = 0; closed.size() < 2 && i < PATIENCE; i++) {
            sample.closed().stream().filter(of(child)).forEach(closed::add);
            sample = source.sample();
        }
        assertEquals(
                ends.stream()
                        .map(SocketSample::id)
                        .sorted(OtherNamespacesTest::compare)
                        .toList(),
                closed.stream()
                        .map(SocketSample::id)
                        .sorted(OtherNamespacesTest::compare)
                        .toList());
        for (SocketSample end : closed) {
            boolean client = end.tuple().local().port() == port;
            assertEquals(
                    client ? Elsewhere.SENT : Elsewhere.RECEIVED,
                    end.counters().orElseThrow().sent());
            assertEquals(
                    client ? Elsewhere.RECEIVED : Elsewhere.SENT,
                    end.counters().orElseThrow().received());
        }
        assertTrue(source.sample().closed().stream().noneMatch(of(child)));
    }

    private static int compare(Object one, Object other) {
        return one.toString().compareTo(other.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {InetDiagSource.ID, EbpfSource.ID})
    void aConversationMayBeginAfterNetwatch(String id) throws IOException {
        try (ConnectionSource source = source(id)) {
            source.sample();
            try (ChildJvm child = converse()) {
                int port = Integer.parseInt(child.linesUntil("ready").get(0));
                List<SocketSample> ends =
                        source.sample().open().stream().filter(of(child)).toList();
                assertEquals(2, ends.size(), ends::toString);
                ends.forEach(end -> assertTraffic(port, end));
                List<SocketSample> again =
                        source.sample().open().stream().filter(of(child)).toList();
                assertEquals(
                        ends.stream()
                                .map(SocketSample::id)
                                .sorted(OtherNamespacesTest::compare)
                                .toList(),
                        again.stream()
                                .map(SocketSample::id)
                                .sorted(OtherNamespacesTest::compare)
                                .toList());
            }
        }
    }

    @Test
    void bothEndsAreExactAcrossAVethPair() throws IOException, InterruptedException {
        String peer = NAME + "p";
        run("ip", "netns", "add", NAME);
        try (ConnectionSource source = source(InetDiagSource.ID)) {
            run("ip", "link", "add", NAME, "type", "veth", "peer", "name", peer, "netns", NAME);
            run("ip", "addr", "add", "198.51.100.5/30", "dev", NAME);
            run("ip", "link", "set", NAME, "up");
            run("ip", "-n", NAME, "addr", "add", "198.51.100.6/30", "dev", peer);
            run("ip", "-n", NAME, "link", "set", peer, "up");
            acrossTheLink(source);
        } finally {
            run("ip", "netns", "del", NAME);
        }
    }

    private static void acrossTheLink(ConnectionSource source) throws IOException {
        byte[] here = HexFormat.of().parseHex("c6336405");
        List<String> inside = List.of("nsenter", "--net=/run/netns/" + NAME);
        int flows = 20;
        try (Answerer answerer = new Answerer(StandardProtocolFamily.INET, here);
                ChildJvm caller = ChildJvm.start(
                        inside,
                        System.getProperty("java.class.path"),
                        Caller.class,
                        "c6336405",
                        "INET",
                        Integer.toString(answerer.port()),
                        Integer.toString(flows))) {
            answerer.answer(flows);
            List<String> ports = caller.linesUntil("ready");
            List<SocketSample> open = source.sample().open();
            for (int i = 0; i < flows; i++) {
                int port = Integer.parseInt(ports.get(i));
                SocketSample calling =
                        one(open, socket -> socket.tuple().local().port() == port && isLinked(socket));
                SocketSample called = one(
                        open,
                        socket -> isLinked(socket)
                                && socket.tuple()
                                        .remote()
                                        .filter(remote -> remote.port() == port)
                                        .isPresent());
                assertEquals(Optional.of(ByteCounters.exact(Caller.received(i), Caller.sent(i))), calling.counters());
                assertEquals(Optional.of(ByteCounters.exact(Caller.sent(i), Caller.received(i))), called.counters());
                assertEquals(
                        caller.pid(), calling.owner().process().orElseThrow().pid());
                assertFalse(
                        calling.scope().networkNamespace().equals(called.scope().networkNamespace()));
            }
            caller.tell("");
            caller.linesUntil("closed");
            answerer.awaitEndAndClose();
            closedExactly(source, flows);
        }
    }

    /** Each end tells what it sent: so what the other received is known to the byte, across namespaces too. */
    private static void closedExactly(ConnectionSource source, int flows) {
        List<SocketSample> closed = new ArrayList<>();
        for (int i = 0; closed.size() < 2 * flows && i < PATIENCE; i++) {
            source.sample().closed().stream()
                    .filter(OtherNamespacesTest::isLinked)
                    .forEach(closed::add);
        }
        assertEquals(2 * flows, closed.size());
        long received = closed.stream()
                .mapToLong(end -> end.counters().orElseThrow().received())
                .sum();
        long sent = closed.stream()
                .mapToLong(end -> end.counters().orElseThrow().sent())
                .sum();
        boolean allExact =
                closed.stream().allMatch(end -> end.counters().orElseThrow().quality() == ByteQuality.EXACT);
        assertTrue(allExact ? received == sent : received - sent <= 2 * flows, received + " of " + sent);
    }

    private static boolean isLinked(SocketSample socket) {
        return socket.tuple().remote().isPresent()
                && socket.tuple().local().address().toString().startsWith("198.51.100.");
    }

    private static SocketSample one(List<SocketSample> sockets, Predicate<SocketSample> wanted) {
        List<SocketSample> found = sockets.stream()
                .filter(socket -> socket.state() != SocketState.TIME_WAIT)
                .filter(wanted)
                .toList();
        assertEquals(1, found.size(), found::toString);
        return found.get(0);
    }

    @Test
    void fiftyNamespacesKeptByMountsComeAndGoWithoutALeftover() throws IOException, InterruptedException {
        try (ConnectionSource source = source(InetDiagSource.ID)) {
            int before = source.sample().coverage().networkNamespaces().orElseThrow();
            long descriptors = descriptors();
            List<String> names = Stream.iterate(0, i -> i + 1)
                    .limit(50)
                    .map(i -> NAME + "-" + i)
                    .toList();
            try {
                run("sh", "-c", "for n in " + String.join(" ", names) + "; do ip netns add $n; done");
                run("ip", "link", "add", NAME, "type", "veth", "peer", "name", NAME + "p", "netns", names.get(0));
                assertEquals(
                        before + 50,
                        source.sample().coverage().networkNamespaces().orElseThrow());
                assertTrue(descriptors() >= descriptors + 200);
            } finally {
                run("sh", "-c", "for n in " + String.join(" ", names) + "; do ip netns del $n; done");
            }
            assertEquals(before, source.sample().coverage().networkNamespaces().orElseThrow());
            awaitThat(() -> descriptors() == descriptors, "descriptors are left open");
            awaitThat(() -> !Files.exists(Path.of("/sys/class/net/" + NAME)), "a namespace was kept alive");
        }
        assertFalse(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("netwatch-visit")));
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    /** The kernel and the thread of notifications take their time. */
    private static void awaitThat(Condition condition, String otherwise) throws IOException {
        long begun = Clock.system().nanos();
        while (!condition.holds()) {
            assertTrue(Clock.system().nanos() - begun < 30_000_000_000L, otherwise);
            Thread.onSpinWait();
        }
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertEquals(0, process.waitFor(), () -> String.join(" ", command));
    }
}
