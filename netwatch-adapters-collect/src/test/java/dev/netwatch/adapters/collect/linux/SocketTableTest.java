package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.SocketSample;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is made of the records of a dump. */
class SocketTableTest {
    private static final long SECOND = 1_000_000_000L;

    private static final int BARE = 88;
    private static final int INFO = 216;
    private static final int LENGTH = BARE + 4 + INFO;
    private static final int ESTABLISHED = 1;
    private static final int CLOSE_WAIT = 8;

    private final ByteBuffer message = ByteBuffer.allocate(LENGTH).order(ByteOrder.nativeOrder());
    private final InetDiagCodec codec = new InetDiagCodec(message);
    private final Namespace namespace = Namespace.read(Path.of("/nowhere"));
    private final SocketTable table = new SocketTable(new Identities(namespace));

    private void shows(long cookie, int state, String local, int port) {
        shows(cookie, state, local, port, 0);
    }

    /** @param received as the kernel counts, FIN included */
    private void shows(long cookie, int state, String local, int port, long received) {
        IpAddress address = IpAddress.parse(local);
        message.clear().put(new byte[LENGTH]);
        message.putInt(0, LENGTH).putShort(4, (short) 20);
        message.put(16, (byte) (address.isV4() ? InetDiagCodec.AF_INET : InetDiagCodec.AF_INET6));
        message.put(17, (byte) state);
        message.put(20, (byte) (port >>> 8)).put(21, (byte) port);
        message.put(24, address.bytes());
        message.putLong(60, cookie);
        message.putShort(BARE, (short) (4 + INFO)).putShort(BARE + 2, (short) 2);
        message.putLong(BARE + 4 + 128, received);
        codec.begin(LENGTH);
        codec.next();
        table.accept(codec, Protocol.TCP);
    }

    private @Nullable Long listenerOf(long cookie) {
        TrackedSocket accepted = table.get(cookie);
        assertNotNull(accepted);
        TrackedSocket listener = table.listener(accepted);
        return listener == null ? null : listener.cookie;
    }

    private ByteCounters countersOf(long cookie) {
        TrackedSocket socket = table.get(cookie);
        assertNotNull(socket);
        return socket.sample().counters().orElseThrow();
    }

    @Test
    void theFinOfThePeerIsNoPayload() {
        table.begin();
        shows(10, ESTABLISHED, "192.0.2.1", 80, 500);
        shows(10, CLOSE_WAIT, "192.0.2.1", 80, 501);
        assertEquals(ByteCounters.exact(500, 0), countersOf(10));
    }

    @Test
    void aFinThatWasToldAsPayloadIsNotTakenBackButMarked() {
        ByteCounters marked = new ByteCounters(501, 0, ByteQuality.ESTIMATED, ByteQuality.EXACT);
        table.begin();
        shows(10, ESTABLISHED, "192.0.2.1", 80, 501);
        shows(10, CLOSE_WAIT, "192.0.2.1", 80, 501);
        assertEquals(marked, countersOf(10));
        shows(10, CLOSE_WAIT, "192.0.2.1", 80, 501);
        assertEquals(marked, countersOf(10));
    }

    @Test
    void theListenerClosestToTheAddressIsTaken() {
        table.begin();
        shows(1, KernelState.LISTEN, "::", 80);
        shows(2, KernelState.LISTEN, "0.0.0.0", 80);
        shows(3, KernelState.LISTEN, "192.0.2.1", 80);
        shows(10, ESTABLISHED, "192.0.2.1", 80);
        shows(11, ESTABLISHED, "192.0.2.2", 80);
        shows(12, ESTABLISHED, "2001:db8::1", 80);
        assertEquals(3, listenerOf(10));
        assertEquals(2, listenerOf(11));
        assertEquals(1, listenerOf(12));
    }

    @Test
    void theWildcardOfIpv6TakesIpv4TooButNotTheOtherWayRound() {
        table.begin();
        shows(1, KernelState.LISTEN, "::", 80);
        shows(2, KernelState.LISTEN, "0.0.0.0", 443);
        shows(10, ESTABLISHED, "192.0.2.1", 80);
        shows(11, ESTABLISHED, "2001:db8::1", 443);
        assertEquals(1, listenerOf(10));
        assertNull(listenerOf(11));
    }

    private static List<String> told(List<SocketSample> sockets) {
        return sockets.stream()
                .map(socket -> socket.tuple().local().address().toString())
                .toList();
    }

    @Test
    void notSeeingASocketSaysNothingWhereTheDumpIsNotWhole() {
        ClosedSockets closed =
                new ClosedSockets(table, new OwnerBook(new Users(Path.of("/nowhere")), namespace), () -> Place.UNKNOWN);
        table.begin();
        shows(1, ESTABLISHED, "192.0.2.1", 80);
        shows(2, ESTABLISHED, "2001:db8::1", 80);
        long now = 0;
        closed.sweep(now);
        for (int i = 0; i < 10; i++) {
            table.begin();
            table.notWhole(Protocol.TCP, true);
            closed.sweep(now += SECOND);
            assertTrue(told(closed.missing()).contains("2001:db8::1"));
        }
        assertEquals(List.of("192.0.2.1"), told(closed.take()));
        for (int i = 0; i < 3; i++) {
            assertEquals(List.of(), told(closed.take()));
            table.begin();
            table.notWhole(Protocol.UDP, true);
            closed.sweep(now += SECOND);
        }
        assertEquals(List.of("2001:db8::1"), told(closed.take()));
    }

    @Test
    void noticesAreWaitedForHoweverFastDumpsFollow() {
        ClosedSockets closed =
                new ClosedSockets(table, new OwnerBook(new Users(Path.of("/nowhere")), namespace), () -> Place.UNKNOWN);
        table.begin();
        shows(1, ESTABLISHED, "192.0.2.1", 80);
        closed.sweep(0);
        for (long now = 1; now < 1_000; now++) {
            table.begin();
            closed.sweep(now);
            assertEquals(List.of("192.0.2.1"), told(closed.missing()));
        }
        table.begin();
        closed.sweep(SECOND + 1);
        assertEquals(List.of("192.0.2.1"), told(closed.take()));
    }

    @Test
    void aDumpThatBreaksOffIsToldAndNotTakenForWhole() {
        DumpCoverage coverage = new DumpCoverage();
        table.begin();
        shows(1, ESTABLISHED, "192.0.2.1", 80);
        InetDiagDump.failed(InetDiagCodec.AF_INET, Protocol.TCP, 12, table, coverage);
        assertFalse(table.isWholeFor(Objects.requireNonNull(table.get(1))));
        assertEquals(Coverage.Level.PARTIAL, coverage.told().level());
        assertTrue(coverage.told().reasons().stream()
                .anyMatch(reason -> reason.sentence().startsWith("TCP over IPv4")
                        && reason.sentence().contains("error 12")));
    }

    @Test
    void withoutAnyTcpOverIpv4ThereIsNoSample() {
        table.begin();
        assertThrows(
                NativeException.class,
                () -> InetDiagDump.failed(InetDiagCodec.AF_INET, Protocol.TCP, 2, table, new DumpCoverage()));
    }

    @Test
    void aListenerThatHasGoneIsNobodys() {
        table.begin();
        shows(1, KernelState.LISTEN, "0.0.0.0", 80);
        shows(10, ESTABLISHED, "192.0.2.1", 80);
        assertEquals(1, listenerOf(10));
        table.begin();
        shows(10, ESTABLISHED, "192.0.2.1", 80);
        assertNull(listenerOf(10));
    }
}
