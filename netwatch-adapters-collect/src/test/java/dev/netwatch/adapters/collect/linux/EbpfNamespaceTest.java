package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.port.Clock;
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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs see all network namespaces and all control groups of the machine. */
@Tag("root")
@Timeout(60)
class EbpfNamespaceTest {
    private static final int PATIENCE = 3_000;
    private static final String NAMESPACE =
            "netwatch-test-" + ProcessHandle.current().pid();
    private static final String LINK = "nwt" + ProcessHandle.current().pid() % 100_000;

    private final EbpfSource source = new EbpfSource(LinuxSystem.here(), Clock.system());

    @BeforeEach
    void start() {
        source.refusal().ifPresent(notice -> assumeTrue(false, notice.sentence()));
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")), "needs unshare");
        source.sample();
    }

    @AfterEach
    void stop() {
        source.close();
    }

    @Test
    void showsAConversationInAnotherNamespaceWithItsOwnerAndEnd() throws IOException {
        List<String> apart = List.of("unshare", "-n", "sh", "-c", "ip link set lo up; exec \"$@\"", "sh");
        try (ChildJvm child = ChildJvm.start(apart, System.getProperty("java.class.path"), Elsewhere.class)) {
            int port = Integer.parseInt(child.linesUntil("ready").get(0));
            List<SocketSample> open =
                    until(2, sample -> sample.open().stream(), talksOn(port).and(of(child)));
            for (SocketSample end : open) {
                assertTrafficOf(port, end);
                assertEquals(child.pid(), end.owner().process().orElseThrow().pid());
            }
            /* A namespace has its number from the first sample on that met one of its processes. */
            List<SocketSample> again =
                    until(2, sample -> sample.open().stream(), talksOn(port).and(of(child)));
            assertEquals(open.get(0).id(), again.get(0).id());
            assertEquals(
                    Optional.of(Files.readSymbolicLink(Path.of("/proc/" + child.pid() + "/ns/net"))
                            .toString()
                            .replaceAll("\\D", "")),
                    again.get(0).scope().networkNamespace());
            child.tell("close");
            child.linesUntil("closed");
            List<SocketSample> closed =
                    until(2, sample -> sample.closed().stream(), talksOn(port).and(of(child)));
            closed.forEach(end -> assertTrafficOf(port, end));
        }
    }

    private static void assertTrafficOf(int clientPort, SocketSample end) {
        boolean client = end.tuple().local().port() == clientPort;
        ByteCounters expected = client
                ? ByteCounters.exact(Elsewhere.RECEIVED, Elsewhere.SENT)
                : ByteCounters.exact(Elsewhere.SENT, Elsewhere.RECEIVED);
        assertEquals(Optional.of(expected), end.counters(), end::toString);
        assertEquals(Optional.of(client ? Direction.OUTBOUND : Direction.INBOUND), end.direction());
    }

    @Test
    void countsBothEndsAcrossAVethPair() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/ip")), "needs ip");
        String peer = LINK + "p";
        run("ip", "netns", "add", NAMESPACE);
        try {
            run("ip", "link", "add", LINK, "type", "veth", "peer", "name", peer, "netns", NAMESPACE);
            run("ip", "addr", "add", "198.51.100.1/30", "dev", LINK);
            run("ip", "link", "set", LINK, "up");
            run("ip", "-n", NAMESPACE, "addr", "add", "198.51.100.2/30", "dev", peer);
            run("ip", "-n", NAMESPACE, "link", "set", peer, "up");
            acrossTheLink();
        } finally {
            run("ip", "netns", "del", NAMESPACE);
        }
    }

    private void acrossTheLink() throws IOException {
        byte[] here = HexFormat.of().parseHex("c6336401");
        List<String> inside = List.of("nsenter", "--net=/run/netns/" + NAMESPACE);
        try (Answerer answerer = new Answerer(StandardProtocolFamily.INET, here);
                ChildJvm caller = ChildJvm.start(
                        inside,
                        System.getProperty("java.class.path"),
                        Caller.class,
                        "c6336401",
                        "INET",
                        Integer.toString(answerer.port()),
                        "3")) {
            answerer.answer(3);
            List<String> ports = caller.linesUntil("ready");
            for (int i = 0; i < 3; i++) {
                int port = Integer.parseInt(ports.get(i));
                for (SocketSample end :
                        until(2, sample -> sample.open().stream(), talksOn(port).and(LINKED))) {
                    boolean calling = end.tuple().local().port() == port;
                    ByteCounters expected = calling
                            ? ByteCounters.exact(Caller.received(i), Caller.sent(i))
                            : ByteCounters.exact(Caller.sent(i), Caller.received(i));
                    assertEquals(Optional.of(expected), end.counters(), end::toString);
                    long pid = calling ? caller.pid() : ProcessHandle.current().pid();
                    assertEquals(pid, end.owner().process().orElseThrow().pid());
                }
            }
        }
    }

    /** Other connections of the machine may use the same port number. */
    private static Predicate<SocketSample> of(ChildJvm child) {
        return socket -> socket.owner()
                .process()
                .filter(process -> process.pid() == child.pid())
                .isPresent();
    }

    private static final Predicate<SocketSample> LINKED =
            socket -> socket.tuple().local().address().isIn(IpAddress.parse("198.51.100.0"), 30);

    /** The port may have served another connection a moment ago, which waits in TIME_WAIT. */
    private static Predicate<SocketSample> talksOn(int port) {
        return socket -> socket.state() != SocketState.TIME_WAIT
                && (socket.tuple().local().port() == port
                        || socket.tuple()
                                .remote()
                                .filter(remote -> remote.port() == port)
                                .isPresent());
    }

    private List<SocketSample> until(
            int expected, Function<Sample, Stream<SocketSample>> part, Predicate<SocketSample> wanted) {
        List<SocketSample> told = new ArrayList<>();
        for (int i = 0; told.size() < expected && i < PATIENCE; i++) {
            part.apply(source.sample()).filter(wanted).forEach(told::add);
        }
        assertEquals(expected, told.size(), told::toString);
        return told;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertEquals(0, process.waitFor(), () -> String.join(" ", command));
    }
}
