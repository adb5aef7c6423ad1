package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Outcome;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A load whose truth is known: 360 flows of three processes, both ends, before and after they close. */
class LiveTruthTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int FLOWS = 120;
    private static final byte[] V4 = {127, 0, 0, 1};
    private static final byte[] V6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    /** One connection: who called from where, and how many bytes went either way. */
    private record Flow(FiveTuple client, long pid, int sent, int received) {}

    private interface Check {
        void run(InetDiagSource source, List<Flow> flows, List<ChildJvm> children, List<Answerer> answerers)
                throws Exception;
    }

    private static void withTraffic(Check check) throws Exception {
        InetDiagSource source = new InetDiagSource(LinuxSystem.here(), Clock.system());
        assumeTrue(source.refusal().isEmpty(), "needs Linux");
        List<AutoCloseable> opened = new ArrayList<>(List.of(source));
        try {
            source.sample();
            List<Flow> flows = new ArrayList<>();
            List<ChildJvm> children = new ArrayList<>();
            List<Answerer> answerers = new ArrayList<>();
            call(V4, StandardProtocolFamily.INET, flows, children, answerers, opened);
            call(V6, StandardProtocolFamily.INET6, flows, children, answerers, opened);
            call(V4, StandardProtocolFamily.INET6, flows, children, answerers, opened);
            check.run(source, flows, children, answerers);
        } finally {
            for (AutoCloseable one : opened) {
                one.close();
            }
        }
    }

    private static void call(
            byte[] address,
            StandardProtocolFamily family,
            List<Flow> flows,
            List<ChildJvm> children,
            List<Answerer> answerers,
            List<AutoCloseable> opened)
            throws IOException {
        Answerer answerer = new Answerer(family, address);
        opened.add(answerer);
        String hex = HexFormat.of().formatHex(address);
        ChildJvm child = ChildJvm.start(
                Caller.class, hex, family.name(), Integer.toString(answerer.port()), Integer.toString(FLOWS));
        opened.add(child);
        answerer.answer(FLOWS);
        List<String> ports = child.linesUntil("ready");
        IpAddress ip = IpAddress.of(address);
        for (int i = 0; i < FLOWS; i++) {
            Endpoint local = new Endpoint(ip, Integer.parseInt(ports.get(i)));
            FiveTuple client = new FiveTuple(Protocol.TCP, local, Optional.of(new Endpoint(ip, answerer.port())));
            flows.add(new Flow(client, child.pid(), Caller.sent(i), Caller.received(i)));
        }
        children.add(child);
        answerers.add(answerer);
    }

    private static Map<FiveTuple, SocketSample> byTuple(List<SocketSample> sockets) {
        Map<FiveTuple, SocketSample> byTuple = new HashMap<>();
        sockets.forEach(socket -> byTuple.put(socket.tuple(), socket));
        return byTuple;
    }

    private static SocketSample server(Map<FiveTuple, SocketSample> sockets, Flow flow) {
        return sockets.get(flow.client.reversed().orElseThrow());
    }

    @Test
    void everyOpenConnectionIsFoundOwnedAndCountedToTheByte() throws Exception {
        withTraffic((source, flows, children, answerers) -> {
            Map<FiveTuple, SocketSample> open = byTuple(source.sample().open());
            for (Flow flow : flows) {
                assertOpen(open.get(flow.client), flow.pid, flow.received, flow.sent, Direction.OUTBOUND);
                long here = ProcessHandle.current().pid();
                assertOpen(server(open, flow), here, flow.sent, flow.received, Direction.INBOUND);
            }
        });
    }

    private static void assertOpen(SocketSample socket, long pid, int received, int sent, Direction direction) {
        assertEquals(Optional.of(ByteCounters.exact(received, sent)), socket.counters());
        assertEquals(Attribution.OWNER, socket.owner().attribution());
        assertEquals(pid, socket.owner().process().orElseThrow().pid());
        assertEquals("java", socket.owner().process().orElseThrow().name());
        assertEquals(Optional.of(Outcome.ESTABLISHED), socket.outcome());
        assertEquals(Optional.of(direction), socket.direction());
    }

    @Test
    void anUnchangedSocketIsTheSameInstance() throws Exception {
        withTraffic((source, flows, children, answerers) -> {
            Map<FiveTuple, SocketSample> first = byTuple(source.sample().open());
            Map<FiveTuple, SocketSample> second = byTuple(source.sample().open());
            long same = flows.stream()
                    .filter(flow -> first.get(flow.client) == second.get(flow.client))
                    .count();
            assertEquals(flows.size(), same);
        });
    }

    @Test
    void afterTheyClosedTheirLastCountsAreToldOnceAndExactOrMarked() throws Exception {
        withTraffic((source, flows, children, answerers) -> {
            source.sample();
            for (int i = 0; i < children.size(); i++) {
                children.get(i).tell("");
                children.get(i).linesUntil("closed");
                answerers.get(i).awaitEndAndClose();
            }
            assertClosed(source, flows, true);
        });
    }

    @Test
    void connectionsNoSampleSawAreToldWithTheirBytes() throws Exception {
        withTraffic((source, flows, children, answerers) -> {
            for (int i = 0; i < children.size(); i++) {
                children.get(i).tell("");
                children.get(i).linesUntil("closed");
                answerers.get(i).awaitEndAndClose();
            }
            assertClosed(source, flows, false);
        });
    }

    private static void assertClosed(InetDiagSource source, List<Flow> flows, boolean sampledBefore) {
        Map<FiveTuple, SocketSample> closed = new HashMap<>();
        long begun = Clock.system().nanos();
        while (!flows.stream().allMatch(flow -> bothEnds(closed, flow))) {
            assertTrue(Clock.system().nanos() - begun < PATIENCE.toNanos(), "not all were told within " + PATIENCE);
            Sample sample = source.sample();
            assertEquals(0, sample.coverage().lost());
            for (SocketSample socket : sample.closed()) {
                SocketSample twice = closed.put(socket.tuple(), socket);
                assertTrue(twice == null || !isOurs(flows, socket), "told twice: " + socket);
            }
        }
        int exact = 0;
        for (Flow flow : flows) {
            SocketSample client = closed.get(flow.client);
            SocketSample server = server(closed, flow);
            exact += assertFinal(client, flow.received, flow.sent);
            exact += assertFinal(server, flow.sent, flow.received);
            if (sampledBefore) {
                assertEquals(flow.pid, client.owner().process().orElseThrow().pid());
            } else {
                assertEquals(Attribution.NO_OWNER, client.owner().attribution());
                assertEquals(Attribution.INFERRED, server.owner().attribution());
                assertEquals(Optional.of(Direction.INBOUND), server.direction());
            }
        }
        assertTrue(exact >= flows.size(), "only " + exact + " of " + 2 * flows.size() + " exact both ways");
    }

    private static boolean bothEnds(Map<FiveTuple, SocketSample> closed, Flow flow) {
        return closed.containsKey(flow.client) && server(closed, flow) != null;
    }

    private static boolean isOurs(List<Flow> flows, SocketSample socket) {
        return flows.stream().anyMatch(flow -> flow.client.equals(socket.tuple()));
    }

    /** @return 1 if both figures are exact, else 0 */
    private static int assertFinal(SocketSample socket, int received, int sent) {
        ByteCounters counters = socket.counters().orElseThrow();
        assertEquals(sent, counters.sent());
        assertEquals(ByteQuality.EXACT, counters.sentQuality());
        boolean exact = counters.receivedQuality() == ByteQuality.EXACT;
        long off = counters.received() - received;
        assertTrue(exact ? off == 0 : off == 0 || off == 1, counters + " for " + received);
        return exact ? 1 : 0;
    }
}
