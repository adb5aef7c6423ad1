package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.IpAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the messages of one sock_diag datagram after the other: a cursor over bytes, which it never leaves and never
 * trusts. Fields are read straight from the buffer, so that a socket that did not change costs no allocation.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/sock_diag.7.html">sock_diag(7)</a>
 * @see <a href="https://github.com/torvalds/linux/blob/master/include/uapi/linux/inet_diag.h">linux/inet_diag.h</a>
 */
final class InetDiagCodec {
    /** What {@link #next} found. */
    enum Kind {
        SOCKET,
        DONE,
        ERROR,
        END
    }

    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int IPPROTO_TCP = 6;
    static final int IPPROTO_UDP = 17;
    /** Every state of the kernel's list but 13, a port that was only bound. */
    static final int ALL_STATES = 0x1ffe;

    private static final int HEADER = 16;
    private static final int REQUEST = 72;
    private static final int RECORD = 72;
    private static final int NLMSG_ERROR = 2;
    private static final int NLMSG_DONE = 3;
    private static final int REQUEST_OF_ALL_FAMILIES = 76;
    private static final int TCPDIAG_GETSOCK = 18;
    private static final int SOCK_DIAG_BY_FAMILY = 20;
    private static final int REQUEST_DUMP = 0x1 | 0x300;
    private static final int DUMP_INTERRUPTED = 0x10;
    private static final int WANT_INFO = 1 << 1;
    private static final int ATTRIBUTE_INFO = 2;
    private static final int ATTRIBUTE_PROTOCOL = 10;
    private static final int ATTRIBUTE_CGROUP = 21;

    private final ByteBuffer bytes;
    private final boolean littleEndian;
    private int end;
    private int next;
    private int record;
    private int sequence;
    private int info;
    private int infoLength;
    private int protocol;
    private long cgroup;
    private int error;
    private boolean interrupted;
    private long unreadable;

    /** @param bytes in the byte order of the machine that wrote them */
    InetDiagCodec(ByteBuffer bytes) {
        this.bytes = bytes;
        this.littleEndian = bytes.order() == ByteOrder.LITTLE_ENDIAN;
    }

    /** The request for a dump of all sockets of a family and protocol, TCP with its tcp_info. */
    static byte[] request(int family, int protocol, int sequence) {
        ByteBuffer request = ByteBuffer.allocate(REQUEST).order(ByteOrder.nativeOrder());
        request.putInt(REQUEST).putShort((short) SOCK_DIAG_BY_FAMILY).putShort((short) REQUEST_DUMP);
        request.putInt(sequence).putInt(0);
        request.put((byte) family).put((byte) protocol);
        request.put((byte) (protocol == IPPROTO_TCP ? WANT_INFO : 0)).put((byte) 0);
        request.putInt(ALL_STATES);
        return request.array();
    }

    /**
     * The older request for a dump of TCP, over IPv4 and IPv6 at once: one walk of the kernel's table instead of two.
     * The kernel answers it for compatibility, {@code inet_diag_dump_compat}.
     */
    static byte[] requestTcp(int sequence) {
        ByteBuffer request = ByteBuffer.allocate(REQUEST_OF_ALL_FAMILIES).order(ByteOrder.nativeOrder());
        request.putInt(REQUEST_OF_ALL_FAMILIES)
                .putShort((short) TCPDIAG_GETSOCK)
                .putShort((short) REQUEST_DUMP);
        request.putInt(sequence).putInt(0);
        request.put((byte) AF_INET).put((byte) 0).put((byte) 0).put((byte) WANT_INFO);
        request.position(REQUEST_OF_ALL_FAMILIES - 8);
        request.putInt(ALL_STATES);
        return request.array();
    }

    /** Starts on a datagram that now lies in the buffer, from index 0. */
    void begin(int length) {
        next = 0;
        end = Math.min(length, bytes.capacity());
    }

    /** Moves to the next message that says something. */
    Kind next() {
        while (end - next >= HEADER) {
            int start = next;
            int length = bytes.getInt(start);
            if (length < HEADER || length > end - start) {
                return abandon();
            }
            next = Math.min(end, start + (length + 3 & ~3));
            sequence = bytes.getInt(start + 8);
            interrupted |= (bytes.getShort(start + 6) & DUMP_INTERRUPTED) != 0;
            Kind kind = message(bytes.getShort(start + 4) & 0xffff, start + HEADER, start + length);
            if (kind != Kind.END) {
                return kind;
            }
        }
        return end > next ? abandon() : Kind.END;
    }

    private Kind abandon() {
        unreadable++;
        next = end;
        return Kind.END;
    }

    private Kind message(int type, int from, int to) {
        switch (type) {
            case NLMSG_DONE:
                error = errorAt(from, to);
                return Kind.DONE;
            case NLMSG_ERROR:
                error = errorAt(from, to);
                return Kind.ERROR;
            case SOCK_DIAG_BY_FAMILY:
            case TCPDIAG_GETSOCK:
                return socket(from, to);
            default:
                return Kind.END;
        }
    }

    /* Both begin with the negative error number; the kernel says with DONE what broke a dump off. */
    private int errorAt(int from, int to) {
        return to - from >= 4 ? -bytes.getInt(from) : 0;
    }

    private Kind socket(int from, int to) {
        boolean readable = to - from >= RECORD && (bytes.get(from) == AF_INET || bytes.get(from) == AF_INET6);
        if (!readable) {
            unreadable++;
            return Kind.END;
        }
        record = from;
        info = 0;
        infoLength = 0;
        protocol = 0;
        cgroup = 0;
        attributes(from + RECORD, to);
        return Kind.SOCKET;
    }

    private void attributes(int from, int to) {
        int at = from;
        while (to - at >= 4) {
            int length = bytes.getShort(at) & 0xffff;
            if (length < 4 || length > to - at) {
                unreadable++;
                return;
            }
            int type = bytes.getShort(at + 2) & 0x3fff;
            if (type == ATTRIBUTE_INFO) {
                info = at + 4;
                infoLength = length - 4;
            } else if (type == ATTRIBUTE_PROTOCOL && length > 4) {
                protocol = bytes.get(at + 4) & 0xff;
            } else if (type == ATTRIBUTE_CGROUP && length >= 12) {
                cgroup = bytes.getLong(at + 4);
            }
            at += length + 3 & ~3;
        }
    }

    /** Messages or attributes whose lengths lied, since this codec was made. */
    long unreadable() {
        return unreadable;
    }

    /** Whether the kernel said that its table changed under a dump; asking clears it. */
    boolean wasInterrupted() {
        boolean was = interrupted;
        interrupted = false;
        return was;
    }

    /**
     * The error number of the last {@link Kind#ERROR}, where 0 is an acknowledgement, or {@link Kind#DONE}, where 0 says
     * that the dump is whole.
     */
    int error() {
        return error;
    }

    int sequence() {
        return sequence;
    }

    boolean isV6() {
        return bytes.get(record) == AF_INET6;
    }

    /** The kernel's number for the state. */
    int state() {
        return bytes.get(record + 1) & 0xff;
    }

    int localPort() {
        return port(record + 4);
    }

    int remotePort() {
        return port(record + 6);
    }

    private int port(int at) {
        return (bytes.get(at) & 0xff) << 8 | bytes.get(at + 1) & 0xff;
    }

    /** @param zone the interface of a link-local address */
    IpAddress localAddress(String zone) {
        return address(record + 8, zone);
    }

    IpAddress remoteAddress(String zone) {
        return address(record + 24, zone);
    }

    private IpAddress address(int at, String zone) {
        return isV6() ? IpAddress.v6(network(at), network(at + 8), zone) : IpAddress.v4((int) (network(at) >>> 32));
    }

    private long network(int at) {
        long bits = bytes.getLong(at);
        return littleEndian ? Long.reverseBytes(bits) : bits;
    }

    /** Ports and addresses mixed into one number, to tell cheaply whether they changed. */
    long tupleHash() {
        long hash = bytes.getInt(record + 4);
        for (int at = record + 8; at < record + 44; at += 4) {
            hash = hash * 31 + bytes.getInt(at);
        }
        return hash;
    }

    /** The interface the socket is bound to, or 0. */
    int interfaceIndex() {
        return bytes.getInt(record + 40);
    }

    /** The kernel's number for this socket, never used again until the machine restarts. */
    long cookie() {
        return bytes.getInt(record + 44) & 0xffff_ffffL | (long) bytes.getInt(record + 48) << 32;
    }

    boolean hasRemoteAddress() {
        return (bytes.getLong(record + 24) | (isV6() ? bytes.getLong(record + 32) : 0)) != 0;
    }

    long uid() {
        return bytes.getInt(record + 64) & 0xffff_ffffL;
    }

    /** 0 where no process holds the socket. */
    long inode() {
        return bytes.getInt(record + 68) & 0xffff_ffffL;
    }

    /** The protocol where the message says it (notifications do), else 0. */
    int protocol() {
        return protocol;
    }

    /** The id of the control group it was made in, the inode of its directory; 0 where kernels before 5.8 do not tell. */
    long cgroup() {
        return cgroup;
    }

    /** Length of the tcp_info, which grew with the kernels; 0 where there is none. */
    int infoLength() {
        return infoLength;
    }

    /** A 32-bit field of tcp_info; 0 beyond its end. */
    long info32(int offset) {
        return offset + 4 <= infoLength ? bytes.getInt(info + offset) & 0xffff_ffffL : 0;
    }

    /** A 64-bit field of tcp_info; 0 beyond its end. */
    long info64(int offset) {
        return offset + 8 <= infoLength ? bytes.getLong(info + offset) : 0;
    }
}
