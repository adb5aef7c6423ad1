package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A line of /proc/net/tcp, tcp6, udp or udp6.
 *
 * @param inode 0 where no process holds the socket
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_net.5.html">proc_pid_net(5)</a>
 */
record ProcNetLine(FiveTuple tuple, SocketState state, long uid, long inode) {
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int UID = 7;
    private static final int INODE = 9;

    /**
     * @param order in which the machine that wrote the line keeps numbers: addresses are words, printed as numbers
     * @return empty if the line is none
     */
    static Optional<ProcNetLine> parse(String line, Protocol protocol, ByteOrder order) {
        String[] fields = line.trim().split("\\s+");
        if (fields.length <= INODE) {
            return Optional.empty();
        }
        try {
            Endpoint local = endpoint(fields[LOCAL], order);
            Endpoint remote = endpoint(fields[REMOTE], order);
            FiveTuple tuple =
                    new FiveTuple(protocol, local, remote.port() == 0 ? Optional.empty() : Optional.of(remote));
            SocketState state = KernelState.of(protocol, Integer.parseInt(fields[STATE], 16));
            return Optional.of(
                    new ProcNetLine(tuple, state, Long.parseLong(fields[UID]), Long.parseLong(fields[INODE])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Endpoint endpoint(String text, ByteOrder order) {
        int colon = text.indexOf(':');
        if (colon != 8 && colon != 32) {
            throw new IllegalArgumentException("no address: " + text);
        }
        int port = Integer.parseInt(text.substring(colon + 1), 16);
        if (colon == 8) {
            return new Endpoint(IpAddress.v4(word(text, 0, order)), port);
        }
        return new Endpoint(IpAddress.v6(half(text, 0, order), half(text, 16, order)), port);
    }

    private static long half(String text, int at, ByteOrder order) {
        return (long) word(text, at, order) << 32 | word(text, at + 8, order) & 0xffff_ffffL;
    }

    private static int word(String text, int at, ByteOrder order) {
        int value = Integer.parseUnsignedInt(text.substring(at, at + 8), 16);
        return order == ByteOrder.LITTLE_ENDIAN ? Integer.reverseBytes(value) : value;
    }
}
