package dev.netwatch.domain.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every {@link ConnectionSource} promises. The fake obeys it too, or tests written against the fake prove nothing.
 */
public abstract class ConnectionSourceContract {
    private static final int SENT = 64_000;
    private static final int RECEIVED = 1_234;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The source under test: the same one whenever it is asked for within a test. */
    protected abstract ConnectionSource source();

    /** Real loopback sockets for an operating-system source, scripted ones for the fake. */
    protected abstract Traffic open(Traffic.Kind kind) throws IOException;

    @BeforeEach
    protected void skipWhereTheSourceRefuses() {
        assumeTrue(
                source().refusal().isEmpty(),
                () -> source().refusal().orElseThrow().sentence());
    }

    @AfterEach
    void closeTheSource() {
        source().close();
    }

    @Test
    void saysWhatItIsAndPromisesTheSameEachTime() {
        Set<Capability> promised = source().capabilities();
        assertTrue(source().id().matches("[a-z0-9-]+"), source().id());
        source().sample();
        assertEquals(promised, source().capabilities());
    }

    @ParameterizedTest
    @EnumSource
    void findsBothEndsOfAConversation(Traffic.Kind kind) throws IOException {
        try (Traffic traffic = open(kind)) {
            SocketState expected = kind.protocol() == Protocol.TCP ? SocketState.ESTABLISHED : SocketState.OPEN;
            Sample sample = source().sample();
            assertEquals(expected, find(sample, traffic.client()).state());
            assertEquals(expected, find(sample, traffic.server()).state());
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsTheSocketThatWaitsForPeers(Traffic.Kind kind) throws IOException {
        try (Traffic traffic = open(kind)) {
            SocketState expected = kind.protocol() == Protocol.TCP ? SocketState.LISTEN : SocketState.OPEN;
            assertEquals(expected, find(source().sample(), traffic.listener()).state());
        }
    }

    @ParameterizedTest
    @EnumSource
    void listsEachSocketOnce(Traffic.Kind kind) throws IOException {
        try (Traffic traffic = open(kind)) {
            Sample sample = source().sample();
            Set<SocketId> ids = new HashSet<>();
            sample.open().forEach(socket -> assertTrue(ids.add(socket.id()), "twice: " + socket));
            long clients = sample.open().stream()
                    .filter(socket -> socket.tuple().equals(traffic.client()))
                    .count();
            assertEquals(1, clients);
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsToTheByteExactlyWhenItPromisesTo(Traffic.Kind kind) throws IOException {
        boolean tcp = kind.protocol() == Protocol.TCP;
        boolean promised = source().capabilities().contains(tcp ? Capability.TCP_BYTES : Capability.UDP_BYTES);
        source().sample(); // a source may count only what is sent while it is at work
        try (Traffic traffic = open(kind)) {
            traffic.send(SENT);
            traffic.reply(RECEIVED);
            Sample sample = source().sample();
            Optional<ByteCounters> client = find(sample, traffic.client()).counters();
            Optional<ByteCounters> server = find(sample, traffic.server()).counters();
            if (promised) {
                assertEquals(Optional.of(ByteCounters.exact(RECEIVED, SENT)), client);
                assertEquals(Optional.of(ByteCounters.exact(SENT, RECEIVED)), server);
            } else {
                client.ifPresent(counted -> assertLowerBound(counted, RECEIVED, SENT));
                server.ifPresent(counted -> assertLowerBound(counted, SENT, RECEIVED));
            }
            assertEquals(Optional.empty(), find(sample, traffic.listener()).counters(), "a listener carries nothing");
        }
    }

    /** What is counted though not promised is marked, and never more than there was. */
    private static void assertLowerBound(ByteCounters counted, long received, long sent) {
        assertEquals(ByteQuality.ESTIMATED, counted.quality());
        assertTrue(counted.received() <= received && counted.sent() <= sent, () -> "more than was sent: " + counted);
    }

    @ParameterizedTest
    @EnumSource
    void countsOnWhileTheConversationGoesOn(Traffic.Kind kind) throws IOException {
        source().sample();
        try (Traffic traffic = open(kind)) {
            for (int round = 1; round <= 3; round++) {
                traffic.send(SENT);
                int sent = round * SENT;
                find(source().sample(), traffic.client()).counters().ifPresent(counted -> {
                    if (counted.sentQuality() == ByteQuality.EXACT) {
                        assertEquals(sent, counted.sent());
                    } else {
                        assertTrue(counted.sent() <= sent, () -> "more than was sent: " + counted);
                    }
                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void measuresTcpAtLeastWhenItPromisesTo(Traffic.Kind kind) throws IOException {
        boolean promised =
                kind.protocol() == Protocol.TCP && source().capabilities().contains(Capability.TCP_METRICS);
        try (Traffic traffic = open(kind)) {
            traffic.send(SENT);
            boolean measured =
                    find(source().sample(), traffic.client()).metrics().isPresent();
            assertTrue(measured || !promised);
            assertTrue(!measured || kind.protocol() == Protocol.TCP);
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesTheProcessBehindASocketWhenItPromisesTo(Traffic.Kind kind) throws IOException {
        try (Traffic traffic = open(kind)) {
            Sample sample = source().sample();
            for (FiveTuple tuple : List.of(traffic.client(), traffic.server(), traffic.listener())) {
                Owner owner = find(sample, tuple).owner();
                if (source().capabilities().contains(Capability.OWNERS)) {
                    assertEquals(Attribution.OWNER, owner.attribution());
                    assertIsThisProcess(owner.process().orElseThrow(), traffic.pid());
                }
            }
        }
    }

    private static void assertIsThisProcess(ProcessRef process, long pid) {
        assertEquals(pid, process.pid());
        assertFalse(process.name().isBlank());
        Optional<Instant> started =
                ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant());
        if (started.isPresent() && process.startedAt().isPresent()) {
            Duration apart =
                    Duration.between(started.get(), process.startedAt().get()).abs();
            assertTrue(apart.compareTo(Duration.ofSeconds(2)) < 0, "start time off by " + apart);
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowsASocketAgain(Traffic.Kind kind) throws IOException {
        try (Traffic traffic = open(kind)) {
            SocketId first = find(source().sample(), traffic.client()).id();
            traffic.send(1);
            assertEquals(first, find(source().sample(), traffic.client()).id());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "TCP.*")
    void takesAReusedTupleForAnotherSocket(Traffic.Kind kind) throws IOException {
        try (Traffic traffic = open(kind)) {
            SocketId first = find(source().sample(), traffic.client()).id();
            traffic.abort();
            if (!source().capabilities().contains(Capability.CLOSED_SOCKETS)) {
                source().sample(); // without notice of closed sockets, only seeing it gone tells
            }
            traffic.reopen();
            assertNotEquals(first, find(source().sample(), traffic.client()).id());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "TCP.*")
    void reportsASocketThatClosedOnceWithItsLastCounters(Traffic.Kind kind) throws IOException {
        try (Traffic traffic = open(kind)) {
            FiveTuple client = traffic.client();
            traffic.send(SENT);
            SocketId id = find(source().sample(), client).id();
            traffic.reply(RECEIVED);
            traffic.finish();
            List<SocketSample> closed = closed(client);
            if (source().capabilities().contains(Capability.CLOSED_SOCKETS)) {
                assertEquals(List.of(id), closed.stream().map(SocketSample::id).toList());
                assertFinal(closed.get(0), RECEIVED, SENT);
            } else {
                assertEquals(List.of(), closed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "TCP.*")
    void reportsASocketThatLivedBetweenTwoSamples(Traffic.Kind kind) throws IOException {
        assumeTrue(source().capabilities().contains(Capability.CLOSED_SOCKETS), "promises no closed sockets");
        source().sample();
        try (Traffic traffic = open(kind)) {
            FiveTuple client = traffic.client();
            FiveTuple server = traffic.server();
            traffic.send(SENT);
            traffic.reply(RECEIVED);
            traffic.finish();
            List<SocketSample> closed = closed(client);
            assertEquals(1, closed.size());
            assertFinal(closed.get(0), RECEIVED, SENT);
            assertEquals(client, closed.get(0).tuple());
            assertEquals(server, closed.get(0).tuple().reversed().orElseThrow());
        }
    }

    private static void assertFinal(SocketSample socket, long received, long sent) {
        ByteCounters last = socket.counters().orElseThrow();
        assertEquals(sent, last.sent());
        assertEquals(ByteQuality.EXACT, last.sentQuality());
        long off = last.receivedQuality() == ByteQuality.EXACT ? 0 : 1;
        assertTrue(Math.abs(last.received() - received) <= off, () -> "received " + received + ", told " + last);
    }

    /** Samples until the closed socket was told (systems tell a moment later), and once more, so that a second telling shows. */
    private List<SocketSample> closed(FiveTuple tuple) {
        List<SocketSample> told = new ArrayList<>();
        boolean promised = source().capabilities().contains(Capability.CLOSED_SOCKETS);
        long begun = Clock.system().nanos();
        for (int i = 0; told.isEmpty() && (promised || i < 3); i++) {
            tell(tuple).forEach(told::add);
            boolean over = Clock.system().nanos() - begun > PATIENCE.toNanos();
            assertFalse(told.isEmpty() && over, () -> tuple + " was not told as closed within " + PATIENCE);
        }
        for (int i = 0; i < 5; i++) {
            tell(tuple).forEach(told::add);
        }
        return told;
    }

    private Stream<SocketSample> tell(FiveTuple tuple) {
        return source().sample().closed().stream()
                .filter(socket -> socket.tuple().equals(tuple));
    }

    @Test
    void saysWhyItMayHaveMissedSomething() {
        source().sample();
        Coverage coverage = source().sample().coverage();
        if (!source().capabilities().contains(Capability.CLOSED_SOCKETS)) {
            assertNotEquals(Coverage.Level.COMPLETE, coverage.level());
        }
        for (Notice reason : coverage.reasons()) {
            assertTrue(reason.code().matches("[a-z0-9-]+"), reason.code());
            assertFalse(reason.sentence().isBlank());
            assertFalse(reason.sentence().contains("\n"), reason.sentence());
        }
    }

    @Test
    void datesItsSamplesInOrder() {
        Sample first = source().sample();
        Sample second = source().sample();
        assertTrue(second.nanos() - first.nanos() >= 0);
    }

    @Test
    void closesAsOftenAsOneLikes() {
        source().close();
        source().close();
    }

    @Test
    void closesAfterSamplingAsOftenAsOneLikes() {
        source().sample();
        source().close();
        source().close();
    }

    private static SocketSample find(Sample sample, FiveTuple tuple) {
        return sample.find(tuple).orElseThrow(() -> new AssertionError("not in the sample: " + tuple));
    }
}
