package dev.netwatch.adapters.collect.support.ebpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every byte, for every way to send one. Each test runs with all features, and with none. */
@Tag("root")
@Timeout(30)
class ExactnessLiveTest {
    private static final int FORTH = 10_000_003;
    private static final int BACK = 3_333_331;
    private static final long PID = ProcessHandle.current().pid();

    private EbpfEngine engine;

    @BeforeAll
    static void assumeEngine() {
        RootTests.assumeEngine();
    }

    @BeforeEach
    void open() {
        engine = EbpfEngine.open(EbpfLimits.DEFAULT);
    }

    private void openWith(String features) {
        if (features.equals("none")) {
            engine.close();
            engine = EbpfEngine.open(EbpfEngine.cgroup().orElseThrow(), EbpfLimits.DEFAULT, Features.NONE);
        }
    }

    @AfterEach
    void close() {
        assertEquals(0, engine.losses());
        engine.close();
    }

    @ParameterizedTest(name = "{0} through {1}, features: {2}")
    @CsvSource({
        "127.0.0.1, INET, all",
        "127.0.0.1, INET, none",
        "::1, INET6, all",
        "::1, INET6, none",
        "127.0.0.1, INET6, all",
        "127.0.0.1, INET6, none"
    })
    void countsTcpInBulk(String address, StandardProtocolFamily family, String features) throws IOException {
        openWith(features);
        try (ServerSocketChannel listener = ServerSocketChannel.open(family).bind(at(address, 0));
                SocketChannel client = SocketChannel.open(family)) {
            client.connect(at(address, port(listener.getLocalAddress())));
            try (SocketChannel server = listener.accept()) {
                exchange(client, server, FORTH);
                exchange(server, client, BACK);
                int clientPort = port(client.getLocalAddress());
                int serverPort = port(server.getLocalAddress());
                Observed opener = Observed.one(engine, clientPort, serverPort);
                Observed accepted = Observed.one(engine, serverPort, clientPort);
                assertBytes(FORTH, BACK, opener);
                assertBytes(BACK, FORTH, accepted);
                assertEquals(IpAddress.parse(address), opener.local().address());
                assertEquals(IpAddress.parse(address), opener.remote().address());
                assertEquals(IpAddress.parse(address), accepted.remote().address());
                assertEquals(PID, opener.owner());
                assertEquals(0, accepted.owner());
                assertEquals(features.equals("all") ? PID : 0, accepted.speaker());
                assertTrue(opener.connected() && opener.sentSyn() && opener.fromStart() && accepted.fromStart());
                assertFalse(accepted.connected() || accepted.sentSyn() || accepted.receivedFin());
            }
        }
    }

    @ParameterizedTest(name = "{0} through {1}, features: {2}")
    @CsvSource({
        "127.0.0.1, INET, all",
        "127.0.0.1, INET, none",
        "::1, INET6, all",
        "::1, INET6, none",
        "127.0.0.1, INET6, all",
        "127.0.0.1, INET6, none"
    })
    void countsUdpOfEverySizeConnectedAndNot(String address, StandardProtocolFamily family, String features)
            throws IOException {
        openWith(features);
        for (boolean connected : List.of(true, false)) {
            try (DatagramChannel one = udp(family, address);
                    DatagramChannel other = udp(family, address)) {
                InetSocketAddress here = at(address, port(one.getLocalAddress()));
                InetSocketAddress there = at(address, port(other.getLocalAddress()));
                if (connected) {
                    one.connect(there);
                }
                int forth = 0;
                for (int size : new int[] {1, 2, 100, 1400, 1500, 9000, 65000}) {
                    one.send(ByteBuffer.allocate(size), there);
                    assertEquals(size, receive(other));
                    forth += size;
                }
                other.send(ByteBuffer.allocate(5000), here);
                assertEquals(5000, receive(one));
                Observed sender = Observed.one(engine, here.getPort(), there.getPort());
                Observed receiver = Observed.one(engine, there.getPort(), here.getPort());
                assertBytes(forth, 5000, sender);
                assertBytes(5000, forth, receiver);
                assertEquals(7, sender.packetsSent());
                assertEquals(1, sender.packetsReceived());
                int header = address.equals("::1") ? 48 : 28;
                assertEquals(forth + 7L * header, sender.wireSent());
                assertEquals(forth + 7L * header, receiver.wireReceived());
                assertEquals(IpAddress.parse(address), sender.remote().address());
                assertEquals(PID, sender.owner());
                assertEquals(PID, receiver.owner());
            }
        }
    }

    @Test
    void countsGsoSegmentsWithTheirOwnHeaders() {
        try (ProbeSocket one = ProbeSocket.open(ProbeSocket.DATAGRAM).bind();
                ProbeSocket other = ProbeSocket.open(ProbeSocket.DATAGRAM).bind()) {
            one.segment(1000);
            one.sendTo(other.port(), 10_000);
            for (int i = 0; i < 10; i++) {
                other.receive(1000);
            }
            Observed sender = Observed.one(engine, one.port(), other.port());
            Observed receiver = Observed.one(engine, other.port(), one.port());
            assertBytes(10_000, 0, sender);
            assertBytes(0, 10_000, receiver);
            assertEquals(10, sender.packetsSent());
            assertEquals(10, receiver.packetsReceived());
            assertEquals(10_280, sender.wireSent());
            assertEquals(10_280, receiver.wireReceived());
        }
    }

    @Test
    void countsEachRemoteOfAnUnconnectedSocketForItself() throws IOException {
        try (DatagramChannel talker = udp(StandardProtocolFamily.INET6, "127.0.0.1");
                DatagramChannel first = udp(StandardProtocolFamily.INET, "127.0.0.1");
                DatagramChannel second = udp(StandardProtocolFamily.INET, "127.0.0.1");
                DatagramChannel third = udp(StandardProtocolFamily.INET, "127.0.0.1")) {
            List<DatagramChannel> remotes = List.of(first, second, third);
            int size = 100;
            for (int round = 0; round < 3; round++) {
                for (DatagramChannel remote : remotes) {
                    talker.send(ByteBuffer.allocate(size), at("127.0.0.1", port(remote.getLocalAddress())));
                    assertEquals(size, receive(remote));
                    size++;
                }
            }
            second.send(ByteBuffer.allocate(77), at("127.0.0.1", port(talker.getLocalAddress())));
            assertEquals(77, receive(talker));
            Observed socket = Observed.one(engine, port(talker.getLocalAddress()), port(first.getLocalAddress()));
            assertBytes(936, 77, socket);
            PeerRecord toSecond = Observed.peer(engine, socket.cookie(), port(second.getLocalAddress()))
                    .orElseThrow();
            PeerRecord toThird = Observed.peer(engine, socket.cookie(), port(third.getLocalAddress()))
                    .orElseThrow();
            assertEquals(101 + 104 + 107, toSecond.sent());
            assertEquals(77, toSecond.received());
            assertEquals(102 + 105 + 108, toThird.sent());
            assertEquals(IpAddress.parse("127.0.0.1"), toThird.remote().address());
            engine.forget(toThird);
            assertTrue(Observed.peer(engine, socket.cookie(), toThird.remote().port())
                    .isEmpty());
            assertTrue(Observed.peer(engine, socket.cookie(), toSecond.remote().port())
                    .isPresent());
        }
    }

    @Test
    void countsWhatTheReceiverHadNoRoomForAndSaysSoByNotBeingWhatWasRead() throws IOException {
        try (DatagramChannel one = udp(StandardProtocolFamily.INET, "127.0.0.1");
                DatagramChannel deaf = udp(StandardProtocolFamily.INET, "127.0.0.1")) {
            deaf.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
            for (int i = 0; i < 200; i++) {
                one.send(ByteBuffer.allocate(1000), at("127.0.0.1", port(deaf.getLocalAddress())));
            }
            Observed receiver = Observed.one(engine, port(deaf.getLocalAddress()), port(one.getLocalAddress()));
            assertEquals(200_000, receiver.received());
        }
    }

    @Test
    void countsASocketThatIsOlderThanItselfFromItsStartOn() throws IOException {
        engine.close();
        try (ServerSocketChannel listener = ServerSocketChannel.open().bind(at("127.0.0.1", 0));
                SocketChannel client = SocketChannel.open(listener.getLocalAddress());
                SocketChannel server = listener.accept()) {
            exchange(client, server, 5_000);
            engine = EbpfEngine.open(EbpfLimits.DEFAULT);
            exchange(client, server, 12_345);
            Observed opener = Observed.one(engine, port(client.getLocalAddress()), port(server.getLocalAddress()));
            assertBytes(12_345, 0, opener);
            assertFalse(opener.sentSyn() || opener.connected());
            assertFalse(opener.fromStart());
        }
    }

    @Test
    void tellsWhoFinishedWhoResetAndWhoClosed() throws IOException {
        try (ServerSocketChannel listener = ServerSocketChannel.open().bind(at("127.0.0.1", 0))) {
            int serverPort = port(listener.getLocalAddress());
            SocketChannel client = SocketChannel.open(listener.getLocalAddress());
            SocketChannel server = listener.accept();
            int clientPort = port(client.getLocalAddress());
            exchange(client, server, 500);
            client.close();
            assertEquals(-1, server.read(ByteBuffer.allocate(1)));
            Observed opener = Observed.one(engine, clientPort, serverPort);
            assertTrue(opener.released());
            assertEquals(PID, opener.closer());
            assertTrue(Observed.one(engine, serverPort, clientPort).receivedFin());
            server.close();

            SocketChannel aborting = SocketChannel.open(listener.getLocalAddress());
            SocketChannel aborted = listener.accept();
            int abortingPort = port(aborting.getLocalAddress());
            exchange(aborting, aborted, 700);
            aborting.setOption(StandardSocketOptions.SO_LINGER, 0);
            aborting.close();
            Observed resetting = Observed.one(engine, abortingPort, serverPort);
            assertBytes(700, 0, resetting);
            assertTrue(resetting.sentReset());
            assertTrue(Observed.one(engine, serverPort, abortingPort).receivedReset());
            aborted.close();
        }
    }

    @Test
    void forgetsASocketThatNothingEverWentThrough() throws IOException {
        int before = Observed.all(engine).size();
        for (int i = 0; i < 1000; i++) {
            SocketChannel.open().close();
        }
        assertTrue(Observed.all(engine).size() < before + 500, "unused sockets stay in the map");
    }

    private static void assertBytes(long sent, long received, Observed socket) {
        assertEquals(List.of(sent, received), List.of(socket.sent(), socket.received()), socket::toString);
    }

    private static void exchange(SocketChannel from, SocketChannel to, int bytes) throws IOException {
        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> readFully(to, bytes));
        ByteBuffer data = ByteBuffer.allocateDirect(Math.min(bytes, 1 << 20));
        int left = bytes;
        while (left > 0) {
            data.clear().limit(Math.min(left, data.capacity()));
            left -= from.write(data);
        }
        assertEquals(bytes, reader.join());
    }

    private static int readFully(SocketChannel from, int bytes) {
        try {
            ByteBuffer data = ByteBuffer.allocateDirect(1 << 16);
            int total = 0;
            while (total < bytes) {
                data.clear();
                total += from.read(data);
            }
            return total;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int receive(DatagramChannel channel) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(65_536);
        channel.receive(data);
        return data.position();
    }

    private static DatagramChannel udp(ProtocolFamily family, String address) throws IOException {
        return DatagramChannel.open(family)
                .setOption(StandardSocketOptions.SO_RCVBUF, 1 << 20)
                .setOption(StandardSocketOptions.SO_SNDBUF, 1 << 20)
                .bind(at(address, 0));
    }

    private static InetSocketAddress at(String address, int port) throws IOException {
        return new InetSocketAddress(
                InetAddress.getByAddress(IpAddress.parse(address).bytes()), port);
    }

    private static int port(java.net.SocketAddress address) {
        return ((InetSocketAddress) address).getPort();
    }
}
