package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Outcome;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only the programs know: told right, once, and in the words of the domain. */
@Tag("root")
@Timeout(60)
class EbpfTruthLiveTest {
    private static final int PATIENCE = 2_000;
    private static final long PID = ProcessHandle.current().pid();

    private final EbpfSource source = new EbpfSource(LinuxSystem.here(), Clock.system());

    @BeforeEach
    void start() {
        source.refusal().ifPresent(notice -> assumeTrue(false, notice.sentence()));
        source.sample();
    }

    @AfterEach
    void stop() {
        source.close();
    }

    @Test
    void isWholeOnAQuietMachine() {
        Coverage coverage = source.sample().coverage();
        assumeTrue(coverage.reasons().stream().noneMatch(reason -> reason.code().equals("namespaces-by-traffic")));
        assertEquals(Coverage.Level.COMPLETE, coverage.level(), coverage::toString);
    }

    @Test
    void tellsARefusedConnectionWithProcessAndRemote() throws IOException {
        InetSocketAddress nobody;
        try (ServerSocketChannel free = ServerSocketChannel.open().bind(loopback(0))) {
            nobody = (InetSocketAddress) free.getLocalAddress();
        }
        try (SocketChannel client = SocketChannel.open()) {
            assertThrows(IOException.class, () -> client.connect(nobody));
        }
        SocketSample told = closedOnce(socket -> remotePort(socket) == nobody.getPort());
        assertEquals(Optional.of(Outcome.REFUSED), told.outcome());
        assertEquals(Optional.of(Direction.OUTBOUND), told.direction());
        assertEquals(PID, told.owner().process().orElseThrow().pid());
        assertEquals(Optional.of(ByteCounters.exact(0, 0)), told.counters());
    }

    @Test
    void knowsTheBytesOfAConnectionThatWasAbortedUnseen() throws IOException {
        int clientPort;
        try (ServerSocketChannel listener = ServerSocketChannel.open().bind(loopback(0));
                SocketChannel client = SocketChannel.open(listener.getLocalAddress());
                SocketChannel server = listener.accept()) {
            clientPort = ((InetSocketAddress) client.getLocalAddress()).getPort();
            client.write(ByteBuffer.allocate(700));
            ByteBuffer read = ByteBuffer.allocate(700);
            while (read.hasRemaining()) {
                assertTrue(server.read(read) > 0);
            }
            client.setOption(StandardSocketOptions.SO_LINGER, 0);
            hangUp(client);
        }
        SocketSample told =
                closedOnce(socket -> socket.tuple().local().port() == clientPort && remotePort(socket) != 0);
        assertEquals(Optional.of(ByteCounters.exact(0, 700)), told.counters());
        assertEquals(Optional.of(Outcome.RESET), told.outcome());
        assertEquals(Attribution.OWNER, told.owner().attribution());
    }

    @Test
    void knowsBothEndsOfAConnectionThatLivedBetweenTwoSamples() throws IOException {
        int clientPort;
        try (ServerSocketChannel listener = ServerSocketChannel.open().bind(loopback(0));
                SocketChannel client = SocketChannel.open(listener.getLocalAddress());
                SocketChannel server = listener.accept()) {
            clientPort = ((InetSocketAddress) client.getLocalAddress()).getPort();
            client.write(ByteBuffer.allocate(500));
            server.read(ByteBuffer.allocate(500));
            server.write(ByteBuffer.allocate(300));
            client.read(ByteBuffer.allocate(300));
            client.shutdownOutput();
            assertEquals(-1, server.read(ByteBuffer.allocate(1)));
            hangUp(server);
            assertEquals(-1, client.read(ByteBuffer.allocate(1)));
        }
        List<SocketSample> told =
                closed(2, socket -> socket.tuple().local().port() == clientPort || remotePort(socket) == clientPort);
        for (SocketSample end : told) {
            boolean client = end.tuple().local().port() == clientPort;
            assertEquals(
                    Optional.of(client ? ByteCounters.exact(300, 500) : ByteCounters.exact(500, 300)), end.counters());
            assertEquals(Optional.of(client ? Direction.OUTBOUND : Direction.INBOUND), end.direction());
            assertEquals(Attribution.OWNER, end.owner().attribution());
            assertEquals(PID, end.owner().process().orElseThrow().pid());
            assertEquals(Optional.of(Outcome.ESTABLISHED), end.outcome());
        }
    }

    @Test
    void givesEachRemoteOfAUdpSocketItsOwnRow() throws IOException {
        try (DatagramChannel talker = DatagramChannel.open().bind(loopback(0));
                DatagramChannel one = DatagramChannel.open().bind(loopback(0));
                DatagramChannel other = DatagramChannel.open().bind(loopback(0))) {
            talker.send(ByteBuffer.allocate(100), one.getLocalAddress());
            talker.send(ByteBuffer.allocate(30), other.getLocalAddress());
            one.receive(ByteBuffer.allocate(100));
            one.send(ByteBuffer.allocate(7), talker.getLocalAddress());
            talker.receive(ByteBuffer.allocate(100));
            Sample sample = source.sample();
            assertEquals(
                    Optional.of(ByteCounters.exact(7, 100)),
                    sample.find(tuple(talker, one)).orElseThrow().counters());
            assertEquals(
                    Optional.of(ByteCounters.exact(0, 30)),
                    sample.find(tuple(talker, other)).orElseThrow().counters());
            assertEquals(
                    PID,
                    sample.find(tuple(talker, other))
                            .orElseThrow()
                            .owner()
                            .process()
                            .orElseThrow()
                            .pid());
        }
    }

    @Test
    void takesWhoSentTheFirstDatagramForTheCaller() throws IOException {
        try (DatagramChannel server = DatagramChannel.open().bind(loopback(0));
                DatagramChannel one = DatagramChannel.open().bind(loopback(0));
                DatagramChannel other = DatagramChannel.open().bind(loopback(0));
                DatagramChannel called = DatagramChannel.open().bind(loopback(0))) {
            for (DatagramChannel client : List.of(one, other)) {
                exchange(client, server);
            }
            exchange(server, called);
            Sample sample = source.sample();
            for (DatagramChannel client : List.of(one, other)) {
                assertEquals(Optional.of(Direction.OUTBOUND), direction(sample, client, server));
                assertEquals(Optional.of(Direction.INBOUND), direction(sample, server, client));
            }
            assertEquals(Optional.of(Direction.OUTBOUND), direction(sample, server, called));
            assertEquals(Optional.of(Direction.INBOUND), direction(sample, called, server));
        }
    }

    /** A datagram and its answer. */
    private static void exchange(DatagramChannel caller, DatagramChannel called) throws IOException {
        caller.send(ByteBuffer.allocate(20), called.getLocalAddress());
        called.receive(ByteBuffer.allocate(20));
        called.send(ByteBuffer.allocate(10), caller.getLocalAddress());
        caller.receive(ByteBuffer.allocate(10));
    }

    private static Optional<Direction> direction(Sample sample, DatagramChannel from, DatagramChannel to)
            throws IOException {
        return sample.find(tuple(from, to)).orElseThrow().direction();
    }

    @Test
    void tellsAUdpSocketThatLivedBetweenTwoSamples() throws IOException {
        int port;
        try (DatagramChannel talker = DatagramChannel.open().bind(loopback(0));
                DatagramChannel one = DatagramChannel.open().bind(loopback(0))) {
            port = ((InetSocketAddress) talker.getLocalAddress()).getPort();
            talker.send(ByteBuffer.allocate(100), one.getLocalAddress());
        }
        SocketSample told = closedOnce(socket -> socket.tuple().local().port() == port && remotePort(socket) != 0);
        assertEquals(Optional.of(ByteCounters.exact(0, 100)), told.counters());
        assertEquals(PID, told.owner().process().orElseThrow().pid());
    }

    private SocketSample closedOnce(Predicate<SocketSample> wanted) {
        return closed(1, wanted).get(0);
    }

    /** Samples until so many were told (the kernel tells in its own time), and then some more, so that a repetition shows. */
    private List<SocketSample> closed(int expected, Predicate<SocketSample> wanted) {
        List<SocketSample> told = new ArrayList<>();
        for (int i = 0; told.size() < expected && i < PATIENCE; i++) {
            source.sample().closed().stream().filter(wanted).forEach(told::add);
        }
        for (int i = 0; i < 10; i++) {
            source.sample().closed().stream().filter(wanted).forEach(told::add);
        }
        assertEquals(expected, told.size(), told::toString);
        return told;
    }

    /** Before its time, and with the rest of its block to come. */
    private static void hangUp(SocketChannel channel) throws IOException {
        channel.close();
    }

    private static int remotePort(SocketSample socket) {
        return socket.tuple().remote().map(remote -> remote.port()).orElse(0);
    }

    private static FiveTuple tuple(DatagramChannel from, DatagramChannel to) throws IOException {
        return new FiveTuple(Protocol.UDP, endpoint(from), Optional.of(endpoint(to)));
    }

    private static Endpoint endpoint(DatagramChannel channel) throws IOException {
        InetSocketAddress address = (InetSocketAddress) channel.getLocalAddress();
        return new Endpoint(IpAddress.of(address.getAddress().getAddress()), address.getPort());
    }

    private static InetSocketAddress loopback(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }
}
