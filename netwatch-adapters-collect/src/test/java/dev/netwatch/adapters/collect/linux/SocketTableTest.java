package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which listener a connection is put down to. */
class SocketTableTest {
    private static final int LENGTH = 88;
    private static final int ESTABLISHED = 1;

    private final ByteBuffer message = ByteBuffer.allocate(LENGTH).order(ByteOrder.nativeOrder());
    private final InetDiagCodec codec = new InetDiagCodec(message);
    private final SocketTable table = new SocketTable(new Identities(Namespace.read(Path.of("/nowhere"))));

    private void shows(long cookie, int state, String local, int port) {
        IpAddress address = IpAddress.parse(local);
        message.clear().put(new byte[LENGTH]);
        message.putInt(0, LENGTH).putShort(4, (short) 20);
        message.put(16, (byte) (address.isV4() ? InetDiagCodec.AF_INET : InetDiagCodec.AF_INET6));
        message.put(17, (byte) state);
        message.put(20, (byte) (port >>> 8)).put(21, (byte) port);
        message.put(24, address.bytes());
        message.putLong(60, cookie);
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
