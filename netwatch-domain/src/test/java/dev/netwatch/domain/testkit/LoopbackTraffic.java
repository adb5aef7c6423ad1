package dev.netwatch.domain.testkit;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Real sockets on the loopback interface, both ends in this process. */
public final class LoopbackTraffic {
    private static final byte[] V4 = {127, 0, 0, 1};
    private static final byte[] V6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private LoopbackTraffic() {}

    /** Opens a conversation; the calling test is skipped where this machine has no IPv6 and {@code kind} needs it. */
    public static Traffic open(Traffic.Kind kind) throws IOException {
        boolean v4 = kind == Traffic.Kind.TCP_V4 || kind == Traffic.Kind.UDP_V4;
        ProtocolFamily family = v4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
        boolean v6Address = kind == Traffic.Kind.TCP_V6 || kind == Traffic.Kind.UDP_V6;
        InetSocketAddress here = new InetSocketAddress(InetAddress.getByAddress(v6Address ? V6 : V4), 0);
        try {
            return switch (kind) {
                case TCP_V4, TCP_V6, TCP_MAPPED -> new LoopbackTcp(family, here);
                case UDP_V4, UDP_V6 -> new LoopbackUdp(family, here);
            };
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.assumeTrue(v4, "no IPv6 on this machine: " + e);
            throw e;
        }
    }

    static Endpoint endpoint(SocketAddress address) {
        InetSocketAddress inet = (InetSocketAddress) address;
        return new Endpoint(IpAddress.of(inet.getAddress().getAddress()), inet.getPort());
    }

    static FiveTuple tuple(Traffic.Kind kind, SocketAddress local, SocketAddress remote) {
        return new FiveTuple(kind.protocol(), endpoint(local), Optional.of(endpoint(remote)));
    }
}
