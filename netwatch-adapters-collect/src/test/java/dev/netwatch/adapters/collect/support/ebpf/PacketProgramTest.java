package dev.netwatch.adapters.collect.support.ebpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.IpAddress;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packet programs make of packets, without a kernel: what live traffic does not show at will. */
class PacketProgramTest {
    private static final int SYN = 2;
    private static final int ACK = 16;
    private static final Code IN_PLACE = PacketProgram.assemble(Hook.EGRESS, BpfMachine.MAPS, Features.ALL);
    private static final Code BY_COPYING = PacketProgram.assemble(Hook.EGRESS, BpfMachine.MAPS, Features.NONE);
    private static final Code RECEIVING = PacketProgram.assemble(Hook.INGRESS, BpfMachine.MAPS, Features.ALL);

    static Stream<Arguments> extensions() {
        return Stream.of(
                Arguments.of("none", new int[] {}),
                Arguments.of("hop-by-hop", new int[] {0}),
                Arguments.of("routing", new int[] {43}),
                Arguments.of("fragment", new int[] {44}),
                Arguments.of("authentication", new int[] {51}),
                Arguments.of("destination", new int[] {60}),
                Arguments.of("mobility, HIP, shim6", new int[] {135, 139, 140}),
                Arguments.of("all at once", new int[] {0, 60, 43, 44, 51, 60}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("extensions")
    void looksBehindEveryExtensionHeader(String name, int[] chain) {
        for (Code program : List.of(IN_PLACE, BY_COPYING)) {
            byte[] packet = v6(chain, 6, tcp(1000, ACK, 777));
            BpfMachine machine = new BpfMachine(5);
            assertEquals(1, machine.run(program, packet, 0));
            assertEquals(777, machine.socket().sent(), name);
            assertEquals(packet.length, machine.socket().wireSent());
            BpfMachine datagrams = new BpfMachine(6);
            datagrams.run(program, v6(chain, 17, udp(9999, 55)), 0);
            assertEquals(55, datagrams.socket().sent(), name);
            assertEquals(9999, datagrams.socket().remotePort());
            assertEquals(IpAddress.parse("2001:db8::2"), datagrams.socket().remoteAddress());
        }
    }

    @Test
    void countsHeadersForEachSegment() {
        BpfMachine machine = new BpfMachine(5);
        machine.run(IN_PLACE, v4(6, tcp(1, ACK, 6000)), 5);
        assertEquals(6000, machine.socket().sent());
        assertEquals(5, machine.socket().packetsSent());
        assertEquals(6000 + 5 * 40, machine.socket().wireSent());
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 0xffff_ff00L})
    void countsNothingTwiceThatIsSentAgain(long start) {
        BpfMachine machine = new BpfMachine(5);
        send(machine, start, 100);
        send(machine, start + 100, 200);
        send(machine, start + 100, 200);
        send(machine, start, 100);
        send(machine, start + 200, 150);
        assertEquals(350, machine.socket().sent());
        assertEquals(5, machine.socket().packetsSent());
        assertEquals(5 * 40 + 750, machine.socket().wireSent());
    }

    private static void send(BpfMachine machine, long sequence, int bytes) {
        machine.run(IN_PLACE, v4(6, tcp(sequence, ACK, bytes)), 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 0xffff_ff00L})
    void countsWhatArrivesOutOfOrderOnceAndSaysWhenItMayBeWrong(long start) {
        BpfMachine machine = new BpfMachine(5);
        receive(machine, start, 100);
        assertTrue(machine.socket().receivedWhole());
        receive(machine, start + 300, 100);
        assertFalse(machine.socket().receivedWhole());
        receive(machine, start + 100, 100);
        receive(machine, start + 200, 100);
        receive(machine, start + 200, 100);
        assertEquals(400, machine.socket().received());
    }

    @Test
    void doesNotBelieveAJumpThatNoWindowAllows() {
        BpfMachine machine = new BpfMachine(5);
        receive(machine, 1_000, 100);
        receive(machine, 1_500_000_000L, 100);
        receive(machine, 1_100, 100);
        assertEquals(200, machine.socket().received());
    }

    private static void receive(BpfMachine machine, long sequence, int bytes) {
        machine.run(RECEIVING, v4(6, tcp(sequence, ACK, bytes)), 1);
    }

    @Test
    void countsDataThatComesWithTheSyn() {
        BpfMachine machine = new BpfMachine(5);
        machine.run(IN_PLACE, v4(6, tcp(1000, SYN, 50)), 1);
        machine.run(IN_PLACE, v4(6, tcp(1051, ACK, 50)), 1);
        assertEquals(100, machine.socket().sent());
        assertTrue(machine.socket().sentSyn());
    }

    @Test
    void keepsRemotesOfUdpApart() {
        BpfMachine machine = new BpfMachine(5);
        for (int port : new int[] {1, 2, 3, 1, 2}) {
            machine.run(IN_PLACE, v4(17, udp(port, 10)), 1);
        }
        assertEquals(50, machine.socket().sent());
        assertEquals(1, machine.socket().remotePort());
        assertEquals(IpAddress.parse("192.0.2.2"), machine.socket().remoteAddress());
        assertEquals(2, machine.peers());
        assertEquals(42, machine.socket().owner());
    }

    @Test
    void letsEverythingPassWhateverItIs() {
        byte[][] strange = {
            {}, {0x45}, new byte[20], new byte[60], v4(1, new byte[8]), v6(new int[] {59}, 6, new byte[20])
        };
        for (byte[] packet : strange) {
            for (Code program : List.of(IN_PLACE, BY_COPYING, RECEIVING)) {
                assertEquals(1, new BpfMachine(5).run(program, packet, 1));
            }
        }
    }

    private static byte[] v4(int protocol, byte[] transport) {
        ByteBuffer packet = ByteBuffer.allocate(20 + transport.length);
        packet.put(0, (byte) 0x45).put(9, (byte) protocol);
        packet.putInt(12, 0xc000_0201).putInt(16, 0xc000_0202);
        packet.put(20, transport);
        return packet.array();
    }

    private static byte[] v6(int[] chain, int protocol, byte[] transport) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        ByteBuffer header = ByteBuffer.allocate(40);
        header.put(0, (byte) 0x60).put(6, (byte) (chain.length > 0 ? chain[0] : protocol));
        header.putLong(8, 0x2001_0db8_0000_0000L).putLong(16, 1);
        header.putLong(24, 0x2001_0db8_0000_0000L).putLong(32, 2);
        packet.writeBytes(header.array());
        for (int i = 0; i < chain.length; i++) {
            int next = i + 1 < chain.length ? chain[i + 1] : protocol;
            packet.writeBytes(extension(chain[i], next));
        }
        packet.writeBytes(transport);
        return packet.toByteArray();
    }

    /** 24 bytes each, but for the fragment header, which has always 8. */
    private static byte[] extension(int type, int next) {
        byte[] bytes = new byte[type == 44 ? 8 : 24];
        bytes[0] = (byte) next;
        bytes[1] = (byte) (type == 44 ? 0 : type == 51 ? 4 : 2);
        return bytes;
    }

    private static byte[] tcp(long sequence, int flags, int payload) {
        ByteBuffer segment = ByteBuffer.allocate(20 + payload);
        segment.putInt(4, (int) sequence).put(12, (byte) 0x50).put(13, (byte) flags);
        return segment.array();
    }

    private static byte[] udp(int port, int payload) {
        return ByteBuffer.allocate(8 + payload)
                .putShort(0, (short) port)
                .putShort(2, (short) port)
                .array();
    }
}
