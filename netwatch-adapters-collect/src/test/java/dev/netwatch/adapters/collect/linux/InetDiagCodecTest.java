package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.adapters.collect.linux.InetDiagCodec.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InetDiagCodecTest {
    private record Seen(String local, String remote, int state, long sent, long received) {}

    private static InetDiagCodec codec(byte[] datagram, int length) {
        InetDiagCodec codec = new InetDiagCodec(ByteBuffer.wrap(datagram).order(ByteOrder.LITTLE_ENDIAN));
        codec.begin(length);
        return codec;
    }

    private static List<Seen> read(String recording) {
        List<Seen> seen = new ArrayList<>();
        TcpInfo info = new TcpInfo();
        for (byte[] datagram : RecordedBytes.datagrams(recording)) {
            InetDiagCodec codec = codec(datagram, datagram.length);
            while (codec.next() == Kind.SOCKET) {
                info.read(codec);
                seen.add(new Seen(
                        codec.localAddress("") + " " + codec.localPort(),
                        codec.remoteAddress("") + " " + codec.remotePort(),
                        codec.state(),
                        info.sent,
                        info.received));
                assertNotEquals(0, codec.cookie());
            }
            assertEquals(0, codec.unreadable());
        }
        seen.sort((one, other) -> (one.local + one.remote).compareTo(other.local + other.remote));
        return seen;
    }

    @Test
    void readsTcpOverIpv4() {
        assertEquals(
                List.of(
                        new Seen("127.0.0.1 40001", "0.0.0.0 0", 10, 0, 0),
                        new Seen("127.0.0.1 40001", "127.0.0.1 40002", 1, 300, 1000),
                        new Seen("127.0.0.1 40002", "127.0.0.1 40001", 1, 1000, 300)),
                read("tcp4"));
    }

    @Test
    void readsTcpOverIpv6AndMakesMappedAddressesIpv4() {
        assertEquals(
                List.of(
                        new Seen("127.0.0.1 40011", "127.0.0.1 40022", 1, 0, 5),
                        new Seen("127.0.0.1 40022", "127.0.0.1 40011", 1, 5, 0),
                        new Seen(":: 40011", ":: 0", 10, 0, 0),
                        new Seen("::1 40011", "::1 40012", 8, 0, 78),
                        new Seen("::1 40012", "::1 40011", 4, 77, 0)),
                read("tcp6"));
    }

    @Test
    void readsUdp() {
        assertEquals(
                List.of(
                        new Seen("127.0.0.1 40031", "0.0.0.0 0", 7, 0, 0),
                        new Seen("127.0.0.1 40032", "127.0.0.1 40031", 1, 0, 0)),
                read("udp4"));
    }

    @Test
    void readsNotificationsOfClosedSockets() {
        List<Seen> closed = read("destroy");
        assertEquals(4, closed.size());
        assertTrue(closed.contains(new Seen("127.0.0.1 40001", "127.0.0.1 40002", 7, 300, 1001)), closed.toString());
        assertTrue(closed.contains(new Seen("127.0.0.1 40001", "0.0.0.0 0", 7, 0, 0)), "the listener");
        assertTrue(closed.contains(new Seen("127.0.0.1 40032", "127.0.0.1 40031", 1, 0, 0)), "UDP");
    }

    @Test
    void aDumpEndsWithDone() {
        List<byte[]> datagrams = RecordedBytes.datagrams("tcp4");
        byte[] last = datagrams.get(datagrams.size() - 1);
        InetDiagCodec codec = codec(last, last.length);
        Kind kind = codec.next();
        while (kind == Kind.SOCKET) {
            kind = codec.next();
        }
        assertEquals(Kind.DONE, kind);
        assertEquals(7, codec.sequence());
    }

    @Test
    void readsTheKernelsErrors() {
        ByteBuffer error = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
        error.putInt(36)
                .putShort((short) 2)
                .putShort((short) 0)
                .putInt(9)
                .putInt(0)
                .putInt(-2);
        InetDiagCodec codec = codec(error.array(), 36);
        assertEquals(Kind.ERROR, codec.next());
        assertEquals(2, codec.error());
        assertEquals(9, codec.sequence());
    }

    @Test
    void readsWhyADumpBrokeOff() {
        ByteBuffer done = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        done.putInt(20)
                .putShort((short) 3)
                .putShort((short) 2)
                .putInt(9)
                .putInt(0)
                .putInt(-12);
        InetDiagCodec codec = codec(done.array(), 20);
        assertEquals(Kind.DONE, codec.next());
        assertEquals(12, codec.error());
        done.putInt(16, 0);
        codec.begin(20);
        assertEquals(Kind.DONE, codec.next());
        assertEquals(0, codec.error());
    }

    @Test
    void noticesAnInterruptedDumpOnce() {
        byte[] datagram = RecordedBytes.datagrams("udp4").get(0).clone();
        datagram[6] |= 0x10;
        InetDiagCodec codec = codec(datagram, datagram.length);
        codec.next();
        assertTrue(codec.wasInterrupted());
        assertEquals(false, codec.wasInterrupted());
    }

    @Test
    void asksForAllStatesOfOneFamilyAndProtocol() {
        ByteBuffer request = ByteBuffer.wrap(InetDiagCodec.request(10, 6, 5)).order(ByteOrder.nativeOrder());
        assertEquals(72, request.getInt(0));
        assertEquals(20, request.getShort(4));
        assertEquals(0x301, request.getShort(6));
        assertEquals(5, request.getInt(8));
        assertEquals(10, request.get(16));
        assertEquals(6, request.get(17));
        assertEquals(2, request.get(18));
        assertEquals(0x1ffe, request.getInt(20));
    }

    /** struct inet_diag_req: family, two lengths, extensions, 48 bytes of a socket, states, change mark. */
    @Test
    void asksForAllStatesOfTcpAtOnce() {
        ByteBuffer request = ByteBuffer.wrap(InetDiagCodec.requestTcp(5)).order(ByteOrder.nativeOrder());
        assertEquals(76, request.capacity());
        assertEquals(76, request.getInt(0));
        assertEquals(18, request.getShort(4));
        assertEquals(0x301, request.getShort(6));
        assertEquals(5, request.getInt(8));
        assertEquals(2, request.get(19));
        assertEquals(0x1ffe, request.getInt(68));
    }

    /** Older kernels wrote a shorter tcp_info: what is not in it is not zero but absent. */
    @ParameterizedTest
    @ValueSource(ints = {104, 136, 200, 216, 280})
    void knowsWhatAnOlderKernelDoesNotTell(int length) {
        byte[] datagram = RecordedBytes.datagrams("tcp4").get(0).clone();
        shortenInfo(datagram, length);
        InetDiagCodec codec = codec(datagram, datagram.length);
        assertEquals(Kind.SOCKET, codec.next());
        TcpInfo info = new TcpInfo();
        info.read(codec);
        assertEquals(length, codec.infoLength());
        assertEquals(length >= 104, info.hasMetrics);
        assertEquals(length >= 136, info.hasBytes);
        assertEquals(length >= 216, info.hasSent);
    }

    private static void shortenInfo(byte[] datagram, int length) {
        ByteBuffer bytes = ByteBuffer.wrap(datagram).order(ByteOrder.LITTLE_ENDIAN);
        int at = 16 + 72;
        while (bytes.getShort(at + 2) != 2) {
            at += bytes.getShort(at) + 3 & ~3;
        }
        bytes.putShort(at, (short) (length + 4));
        bytes.putInt(0, at + 4 + length);
    }

    @Test
    void everyTruncationIsSurvivedAndTold() {
        for (String recording : RecordedBytes.ALL) {
            for (byte[] datagram : RecordedBytes.datagrams(recording)) {
                for (int length = 0; length < datagram.length; length++) {
                    InetDiagCodec codec = drain(datagram, length);
                    boolean cutInside = !boundaries(datagram).containsKey(length);
                    assertEquals(cutInside, codec.unreadable() > 0, recording + " cut at " + length);
                }
            }
        }
    }

    private static TreeMap<Integer, Integer> boundaries(byte[] datagram) {
        ByteBuffer bytes = ByteBuffer.wrap(datagram).order(ByteOrder.LITTLE_ENDIAN);
        TreeMap<Integer, Integer> boundaries = new TreeMap<>();
        for (int at = 0; at < datagram.length; at += bytes.getInt(at) + 3 & ~3) {
            boundaries.put(at, at);
        }
        return boundaries;
    }

    @Test
    void corruptedBytesAreNeverReadOutOfBounds() {
        Random random = new Random(4711);
        long unreadable = 0;
        for (int i = 0; i < 50_000; i++) {
            List<byte[]> datagrams = RecordedBytes.datagrams(RecordedBytes.ALL.get(i % RecordedBytes.ALL.size()));
            byte[] datagram = datagrams.get(random.nextInt(datagrams.size())).clone();
            for (int damage = random.nextInt(6); damage >= 0; damage--) {
                int at = random.nextBoolean()
                        ? random.nextInt(Math.min(24, datagram.length))
                        : random.nextInt(datagram.length);
                datagram[at] = (byte) random.nextInt(256);
            }
            unreadable += drain(datagram, datagram.length).unreadable();
        }
        assertTrue(unreadable > 1_000, "the damage was noticed " + unreadable + " times");
    }

    /** Reads every field of every message, from a buffer that ends where the datagram does. */
    private static InetDiagCodec drain(byte[] datagram, int length) {
        byte[] exact = java.util.Arrays.copyOf(datagram, length);
        InetDiagCodec codec = codec(exact, length);
        TcpInfo info = new TcpInfo();
        int messages = 0;
        for (Kind kind = codec.next(); kind != Kind.END; kind = codec.next()) {
            assertTrue(messages++ <= length / 16, "more messages than fit");
            if (kind == Kind.SOCKET) {
                info.read(codec);
                codec.localAddress("eth0");
                codec.remoteAddress("eth0");
                codec.tupleHash();
                codec.hasRemoteAddress();
                assertTrue(info.sent >= 0 && info.received >= 0 && codec.inode() >= 0 && codec.uid() >= 0);
            }
        }
        return codec;
    }
}
