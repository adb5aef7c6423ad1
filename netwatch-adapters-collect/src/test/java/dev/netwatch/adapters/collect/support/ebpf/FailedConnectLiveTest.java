package dev.netwatch.adapters.collect.support.ebpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What never became a connection is told by the connect hook and by what did not come back. */
@Tag("root")
@Timeout(30)
class FailedConnectLiveTest {

    @BeforeAll
    static void assumeEngine() {
        RootTests.assumeEngine();
    }

    @Test
    void showsWhereToAndWhoWasRefused() throws IOException {
        InetSocketAddress nobody = unusedPort();
        try (EbpfEngine engine = EbpfEngine.open(EbpfLimits.DEFAULT)) {
            try (SocketChannel client = SocketChannel.open()) {
                assertThrows(IOException.class, () -> client.connect(nobody));
            }
            Observed socket = connectedTo(engine, nobody.getPort());
            assertEquals(ProcessHandle.current().pid(), socket.owner());
            assertTrue(socket.connected() && socket.sentSyn() && socket.receivedReset() && socket.released());
            assertFalse(socket.receivedSyn());
            assertEquals(0, socket.sent());
        }
    }

    @Test
    void startsWithACleanSlateWhenTheSameSocketTriesElsewhere() throws IOException {
        InetSocketAddress nobody = unusedPort();
        try (EbpfEngine engine = EbpfEngine.open(EbpfLimits.DEFAULT);
                ServerSocketChannel listener = ServerSocketChannel.open().bind(loopback(0));
                ProbeSocket client = ProbeSocket.open(ProbeSocket.STREAM)) {
            int port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
            assertThrows(BpfException.class, () -> client.connect(nobody.getPort()));
            assertTrue(connectedTo(engine, nobody.getPort()).receivedReset());
            connectAtLast(client, port);
            try (SocketChannel accepted = listener.accept()) {
                Observed socket = connectedTo(engine, port);
                assertEquals(client.cookie(), socket.cookie());
                assertTrue(socket.receivedSyn());
                assertFalse(socket.receivedReset());
                assertEquals(client.port(), socket.local().port());
                assertTrue(accepted.isConnected());
            }
        }
    }

    /** A failure that was not fetched yet is told once more before the socket may try again. */
    private static void connectAtLast(ProbeSocket client, int port) {
        try {
            client.connect(port);
        } catch (BpfException e) {
            client.connect(port);
        }
    }

    private static Observed connectedTo(EbpfEngine engine, int port) {
        List<Observed> found = Observed.all(engine).stream()
                .filter(socket -> socket.remote().port() == port && socket.connected())
                .toList();
        assertEquals(1, found.size(), found::toString);
        return found.get(0);
    }

    private static InetSocketAddress unusedPort() throws IOException {
        try (ServerSocketChannel free = ServerSocketChannel.open().bind(loopback(0))) {
            return (InetSocketAddress) free.getLocalAddress();
        }
    }

    private static InetSocketAddress loopback(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }
}
