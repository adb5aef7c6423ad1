package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is made of the records of a dump. */
class SocketTableTest {
    private static final int BARE = 88;
    private static final int INFO = 216;
    private static final int LENGTH = BARE + 4 + INFO;
    private static final int ESTABLISHED = 1;
    private static final int CLOSE_WAIT = 8;

    private final ByteBuffer message = ByteBuffer.allocate(LENGTH).order(ByteOrder.nativeOrder());
    private final InetDiagCodec codec = new InetDiagCodec(message);
    private final SocketTable table = new SocketTable(new Identities(Namespace.read(Path.of("/nowhere"))));

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
