package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import dev.netwatch.domain.testkit.LoopbackTraffic;
import dev.netwatch.domain.testkit.Traffic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections that end without farewell, and sockets that never were connections. */
class AbruptEndsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final InetDiagSource source = new InetDiagSource(LinuxSystem.here(), Clock.system());
    private final List<Sample> samples = new ArrayList<>();

    @BeforeEach
    void onlyOnLinux() {
        assumeTrue(source.refusal().isEmpty(), "needs Linux");
        source.sample();
    }

    @AfterEach
    void close() {
        source.close();
    }

    private Sample until(Predicate<Sample> condition) {
        int asked = 0;
        for (long begun = Clock.system().nanos(); Clock.system().nanos() - begun < PATIENCE.toNanos(); asked++) {
            Sample sample = source.sample();
            samples.add(sample);
            if (condition.test(sample)) {
                return sample;
            }
        }
        throw new AssertionError("never came: " + asked + " samples in " + PATIENCE);
    }

    private static Optional<SocketSample> closed(Sample sample, FiveTuple tuple) {
        return sample.closed().stream()
                .filter(socket -> socket.tuple().equals(tuple))
                .findFirst();
    }

    private static boolean tells(Sample sample, String code) {
        return sample.coverage().reasons().stream()
                .anyMatch(reason -> reason.code().equals(code));
    }

    @Test
    void anAbortedConnectionKeepsItsLastCountAsAnEstimate() throws Exception {
        try (Traffic traffic = LoopbackTraffic.open(Traffic.Kind.TCP_V4)) {
            FiveTuple client = traffic.client();
            traffic.send(1_000);
            source.sample();
            traffic.abort();
            SocketSample told = closed(until(sample -> closed(sample, client).isPresent()), client)
                    .orElseThrow();
            assertEquals(SocketState.CLOSED, told.state());
            assertEquals(Optional.of(ByteCounters.exact(0, 1_000).estimated()), told.counters());
            assertEquals(
                    ProcessHandle.current().pid(),
                    told.owner().process().orElseThrow().pid());
        }
    }

    /* A process may keep a reset socket for hours: the kernel lists it no longer, and tells of its end only then. */
    @Test
    void aConnectionItsPeerResetIsToldOnceThoughItsProcessKeepsIt() throws Exception {
        try (ServerSocketChannel listener = ServerSocketChannel.open().bind(loopback());
                SocketChannel client = SocketChannel.open(listener.getLocalAddress());
                SocketChannel server = listener.accept()) {
            server.write(ByteBuffer.wrap(new byte[500]));
            client.read(ByteBuffer.allocate(500));
            int port = ((InetSocketAddress) client.getLocalAddress()).getPort();
            int listening = ((InetSocketAddress) listener.getLocalAddress()).getPort();
            assertTrue(source.sample().open().stream().anyMatch(socket -> isServerOf(port, listening, socket)));
            reset(client);
            Sample told =
                    until(sample -> sample.closed().stream().anyMatch(socket -> isServerOf(port, listening, socket)));
            assertTrue(
                    samples.stream()
                            .filter(sample -> sample != told)
                            .allMatch(sample ->
                                    sample.open().stream().anyMatch(socket -> isServerOf(port, listening, socket))),
                    "seen until it is told as closed");
            source.sample();
            letGo(server);
            for (int i = 0; i < 50; i++) {
                Sample later = source.sample();
                assertTrue(later.open().stream().noneMatch(socket -> isServerOf(port, listening, socket)));
                assertTrue(
                        later.closed().stream().noneMatch(socket -> isServerOf(port, listening, socket)), "told twice");
            }
        }
    }

    private static void reset(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        letGo(channel);
    }

    private static void letGo(SocketChannel channel) throws IOException {
        channel.close();
    }

    private static InetSocketAddress loopback() throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    }

    /** Both ports: one alone may well be that of another connection, or of what is left of one. */
    private static boolean isServerOf(int clientPort, int listening, SocketSample socket) {
        return socket.tuple().local().port() == listening
                && socket.tuple()
                        .remote()
                        .filter(remote -> remote.port() == clientPort)
                        .isPresent();
    }

    @Test
    void anAbortedConnectionNobodySawIsCountedAndNotMadeUp() throws Exception {
        try (Traffic traffic = LoopbackTraffic.open(Traffic.Kind.TCP_V4)) {
            FiveTuple client = traffic.client();
            FiveTuple server = traffic.server();
            traffic.send(1_000);
            traffic.abort();
            until(sample -> tells(sample, "closed-unidentified"));
            assertTrue(
                    samples.stream().noneMatch(sample -> closed(sample, client).isPresent()));
            until(sample ->
                    samples.stream().anyMatch(earlier -> closed(earlier, server).isPresent()));
            SocketSample other = samples.stream()
                    .flatMap(sample -> closed(sample, server).stream())
                    .findFirst()
                    .orElseThrow();
            assertEquals(1_000, other.counters().orElseThrow().received());
            assertEquals(ByteQuality.ESTIMATED, other.counters().orElseThrow().receivedQuality());
        }
    }

    @Test
    void aListenerThatClosesIsNoConnection() throws Exception {
        FiveTuple listener;
        try (Traffic traffic = LoopbackTraffic.open(Traffic.Kind.TCP_V4)) {
            listener = traffic.listener();
            source.sample();
        }
        SocketSample told = closed(until(sample -> closed(sample, listener).isPresent()), listener)
                .orElseThrow();
        assertEquals(Optional.empty(), told.counters());
        assertEquals(Optional.empty(), told.tuple().remote());
        assertFalse(samples.stream()
                .flatMap(sample -> sample.closed().stream())
                .anyMatch(socket -> socket.tuple()
                        .remote()
                        .map(remote -> remote.port() == 0)
                        .orElse(false)));
    }

    @Test
    void aUdpSocketIsToldOnlyIfItWasSeen() throws Exception {
        FiveTuple seen;
        try (Traffic traffic = LoopbackTraffic.open(Traffic.Kind.UDP_V4)) {
            seen = traffic.client();
            source.sample();
        }
        SocketSample told =
                closed(until(sample -> closed(sample, seen).isPresent()), seen).orElseThrow();
        assertEquals(Optional.empty(), told.counters());
        FiveTuple unseen;
        try (Traffic traffic = LoopbackTraffic.open(Traffic.Kind.UDP_V4)) {
            unseen = traffic.client();
        }
        until(sample -> tells(sample, "udp-between-samples"));
        assertTrue(samples.stream().noneMatch(sample -> closed(sample, unseen).isPresent()));
    }

    @Test
    void aConnectionInTimeWaitKeepsItsOwnerAndItsLastCount() throws Exception {
        try (Traffic traffic = LoopbackTraffic.open(Traffic.Kind.TCP_V6)) {
            FiveTuple client = traffic.client();
            traffic.send(777);
            source.sample();
            traffic.finish();
            until(sample -> closed(sample, client).isPresent());
            SocketSample waiting = until(sample -> sample.find(client)
                            .filter(socket -> socket.state() == SocketState.TIME_WAIT)
                            .isPresent())
                    .find(client)
                    .orElseThrow();
            assertEquals(777, waiting.counters().orElseThrow().sent());
            assertEquals(
                    ProcessHandle.current().pid(),
                    waiting.owner().process().orElseThrow().pid());
        }
    }
}
