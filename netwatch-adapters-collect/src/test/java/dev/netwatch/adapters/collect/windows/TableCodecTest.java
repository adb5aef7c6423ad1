package dev.netwatch.adapters.collect.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.adapters.collect.windows.TableCodec.Decoded;
import dev.netwatch.domain.connection.LocalInterface;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.testkit.FakeNetworkInterfaces;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TableCodecTest {
    private final ScriptedWindows windows = new ScriptedWindows();

    private static TableCodec codec() {
        return new TableCodec(
                new Zones(new FakeNetworkInterfaces().add(new LocalInterface("wlan2", 12, true, false, List.of()))));
    }

    private Decoded decoded(TableKind kind) {
        return codec().decode(kind, bytes(kind));
    }

    private ByteBuffer bytes(TableKind kind) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
        int[] needed = new int[1];
        assertEquals(WindowsError.NONE, windows.table(kind, buffer, needed));
        return buffer.limit(needed[0]);
    }

    @ParameterizedTest
    @EnumSource(TableKind.class)
    void readsEveryMemberOfEveryRow(TableKind kind) {
        boolean tcp = kind.protocol == Protocol.TCP;
        String address = kind.v6 ? "2001:db8::%d" : "192.0.2.%d";
        for (int i = 1; i <= 3; i++) {
            String local = String.format(address, i);
            ScriptedWindows.Socket socket = tcp
                    ? windows.tcp(local, 50_000 + i, String.format(address, 9), 443, 5 + i, 0xf000_0000 | i)
                    : windows.udp(local, 50_000 + i, 0xf000_0000 | i);
            socket.createdAt = 133_000_000_000_000_000L + i;
        }
        Decoded decoded = decoded(kind);
        assertEquals(0, decoded.missing() + decoded.odd());
        assertEquals(3, decoded.rows().size());
        for (int i = 1; i <= 3; i++) {
            SocketRow row = decoded.rows().get(i - 1);
            String local = kind.v6 ? "[2001:db8::" + i + "]:5000" + i : "192.0.2." + i + ":5000" + i;
            assertEquals(local, row.tuple().local().toString());
            assertEquals(
                    tcp ? (kind.v6 ? "[2001:db8::9]:443" : "192.0.2.9:443") : "",
                    row.tuple().remote().map(Object::toString).orElse(""));
            assertEquals(0xf000_0000 | i, row.pid());
            assertEquals(kind.createdAt < 0 ? 0 : 133_000_000_000_000_000L + i, row.createdAt());
            assertEquals(
                    tcp
                            ? List.of(SocketState.FIN_WAIT_1, SocketState.FIN_WAIT_2, SocketState.CLOSE_WAIT)
                                    .get(i - 1)
                            : SocketState.OPEN,
                    row.state());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, CLOSED",
        "2, LISTEN",
        "3, SYN_SENT",
        "4, SYN_RECEIVED",
        "5, ESTABLISHED",
        "6, FIN_WAIT_1",
        "7, FIN_WAIT_2",
        "8, CLOSE_WAIT",
        "9, CLOSING",
        "10, LAST_ACK",
        "11, TIME_WAIT",
        "12, CLOSED"
    })
    void knowsTheStatesByTheirNumbers(int number, SocketState state) {
        windows.tcp("192.0.2.1", 1, "192.0.2.2", 2, number, 3);
        assertEquals(state, decoded(TableKind.TCP4_MODULE).rows().get(0).state());
    }

    @ParameterizedTest
    @CsvSource({"0", "13", "100", "-1"})
    void aStateWithoutANameIsLeftOutAndCounted(int number) {
        windows.tcp("192.0.2.1", 1, "192.0.2.2", 2, number, 3);
        windows.tcp("192.0.2.1", 4, "192.0.2.2", 5, 5, 6);
        Decoded decoded = decoded(TableKind.TCP4_MODULE);
        assertEquals(1, decoded.odd());
        assertEquals(List.of(6), decoded.rows().stream().map(SocketRow::pid).toList());
    }

    @Test
    void aListenersRemoteMembersMeanNothing() {
        windows.tcp("0.0.0.0", 135, "198.51.100.7", 4_242, ScriptedWindows.LISTEN, 3);
        assertTrue(decoded(TableKind.TCP4_MODULE).rows().get(0).tuple().remote().isEmpty());
    }

    @Test
    void linkLocalAddressesBearTheNameOfTheirInterface() {
        ScriptedWindows.Socket socket = windows.tcp("fe80::1", 1, "fe80::2", 2, 5, 3);
        socket.localScope = Integer.reverseBytes(12); // in network byte order, as documented
        socket.remoteScope = 12; // as some have seen it
        SocketRow row = decoded(TableKind.TCP6_MODULE).rows().get(0);
        assertEquals("[fe80::1%wlan2]:1", row.tuple().local().toString());
        assertEquals("[fe80::2%wlan2]:2", row.tuple().remote().orElseThrow().toString());
    }

    @Test
    void aScopeWithoutAnInterfaceKeepsItsNumber() {
        ScriptedWindows.Socket socket = windows.tcp("fe80::1", 1, "fe80::2", 2, 5, 3);
        socket.localScope = Integer.reverseBytes(31);
        socket.remoteScope = 31;
        SocketRow row = decoded(TableKind.TCP6_MODULE).rows().get(0);
        assertEquals("[fe80::1%31]:1", row.tuple().local().toString());
        assertEquals("[fe80::2%31]:2", row.tuple().remote().orElseThrow().toString());
    }

    @Test
    void anIpv4ConnectionThroughAnIpv6SocketIsShownAsIpv4() {
        ScriptedWindows.Socket socket = windows.tcp("::1", 1, "::1", 2, 5, 3);
        socket.local = new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};
        SocketRow row = decoded(TableKind.TCP6_MODULE).rows().get(0);
        assertEquals("127.0.0.1:1", row.tuple().local().toString());
        assertTrue(row.handle().orElseThrow().v6(), "Windows knows it by its IPv6 row");
    }

    @ParameterizedTest
    @EnumSource(TableKind.class)
    void aTableThatIsCutAnywhereGivesItsWholeRowsAndTellsOfTheRest(TableKind kind) {
        for (int i = 1; i <= 4; i++) {
            windows.tcp(kind.v6 ? "2001:db8::1" : "192.0.2.1", i, kind.v6 ? "::2" : "192.0.2.2", 9, 5, i);
            windows.udp(kind.v6 ? "2001:db8::1" : "192.0.2.1", i, i);
        }
        ByteBuffer whole = bytes(kind);
        for (int length = 0; length < whole.limit(); length++) {
            Decoded decoded = codec().decode(kind, whole.duplicate().limit(length));
            int held = Math.max(0, length - kind.firstRow) / kind.rowSize;
            assertEquals(held, decoded.rows().size());
            assertEquals(length < 4 ? 0 : 4 - held, decoded.missing());
            for (int i = 0; i < held; i++) {
                assertEquals(i + 1, decoded.rows().get(i).pid());
            }
        }
    }

    @Test
    void aHugeCountIsNoReasonToReadBeyondTheTable() {
        windows.tcp("192.0.2.1", 1, "192.0.2.2", 2, 5, 3);
        ByteBuffer table = bytes(TableKind.TCP4_MODULE);
        table.order(ByteOrder.LITTLE_ENDIAN).putInt(0, -1);
        Decoded decoded = codec().decode(TableKind.TCP4_MODULE, table);
        assertEquals(1, decoded.rows().size());
        assertEquals(0xffff_ffffL - 1, decoded.missing());
    }

    @Property(tries = 2_000)
    void noBytesAtAllCrashIt(@ForAll Random random, @ForAll TableKind kind) {
        byte[] noise = new byte[random.nextInt(2_000)];
        random.nextBytes(noise);
        ByteBuffer table = ByteBuffer.wrap(noise).order(ByteOrder.LITTLE_ENDIAN);
        if (noise.length > 4) {
            table.putInt(0, random.nextInt(20) - 1);
        }
        Decoded decoded = codec().decode(kind, table);
        assertTrue(decoded.rows().size() + decoded.odd() <= Math.max(0, noise.length - kind.firstRow) / kind.rowSize);
        decoded.rows().forEach(row -> assertTrue(row.tuple().local().port() > 0));
    }

    /** Another author's reading of the same structures: see the README beside the files. */
    @Test
    void readsWhatWineWrote() {
        for (String table : List.of("module", "pid")) {
            boolean module = table.equals("module");
            Decoded v4 = codec().decode(
                            module ? TableKind.TCP4_MODULE : TableKind.TCP4_PID,
                            RecordedTable.read("wine-8.0/tcp4-" + table + ".bin"));
            assertEquals(0, v4.missing() + v4.odd());
            assertTrue(
                    texts(v4)
                            .containsAll(List.of(
                                    "127.0.0.1:45678 LISTEN",
                                    "127.0.0.1:45678 127.0.0.1:45679 ESTABLISHED",
                                    "127.0.0.1:45679 127.0.0.1:45678 ESTABLISHED")),
                    texts(v4).toString());
            Decoded v6 = codec().decode(
                            module ? TableKind.TCP6_MODULE : TableKind.TCP6_PID,
                            RecordedTable.read("wine-8.0/tcp6-" + table + ".bin"));
            assertEquals(0, v6.missing() + v6.odd());
            assertTrue(
                    texts(v6)
                            .containsAll(List.of(
                                    "[::1]:45680 LISTEN",
                                    "[::1]:45680 [::1]:45681 ESTABLISHED",
                                    "[::1]:45681 [::1]:45680 ESTABLISHED")),
                    texts(v6).toString());
            assertEquals(
                    List.of("127.0.0.1:45682 OPEN"),
                    texts(codec().decode(
                                    module ? TableKind.UDP4_MODULE : TableKind.UDP4_PID,
                                    RecordedTable.read("wine-8.0/udp4-" + table + ".bin"))));
            assertEquals(
                    List.of("[::1]:45683 OPEN"),
                    texts(codec().decode(
                                    module ? TableKind.UDP6_MODULE : TableKind.UDP6_PID,
                                    RecordedTable.read("wine-8.0/udp6-" + table + ".bin"))));
        }
    }

    private static List<String> texts(Decoded decoded) {
        return decoded.rows().stream()
                .map(row -> row.tuple().local()
                        + row.tuple().remote().map(remote -> " " + remote).orElse("")
                        + " " + row.state())
                .toList();
    }
}
