package dev.netwatch.adapters.collect.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A netlink socket of the family NETLINK_SOCK_DIAG, in the network namespace of the thread that opens it.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/netlink.7.html">netlink(7)</a>
 */
final class NetlinkSocket implements AutoCloseable {
    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
    private static final int NETLINK_SOCK_DIAG = 4;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVBUFFORCE = 33;
    private static final int SO_MEMINFO = 55;
    private static final int SO_NETNS_COOKIE = 71;
    private static final long SIOCGIFNAME = 0x8910;
    private static final int IFNAMSIZ = 16;
    private static final int SK_MEMINFO_DROPS = 8;
    private static final int MSG_TRUNC = 0x20;
    private static final int MSG_DONTWAIT = 0x40;

    private final ByteBuffer scratch = ByteBuffer.allocateDirect(64).order(ByteOrder.nativeOrder());
    private final ByteBuffer buffer;
    private final long bufferAddress;
    private final int descriptor;
    private boolean closed;

    /**
     * @param buffer direct, in native order; sockets that one thread reads may share it
     * @throws NativeException if the kernel refuses
     */
    NetlinkSocket(ByteBuffer buffer) {
        this.buffer = buffer;
        bufferAddress = LibC.address(buffer);
        descriptor = NativeException.check("socket", LibC.socket(AF_NETLINK, SOCK_RAW_CLOEXEC, NETLINK_SOCK_DIAG));
    }

    static ByteBuffer buffer(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    int descriptor() {
        return descriptor;
    }

    /** Where received datagrams lie, from index 0. */
    ByteBuffer buffer() {
        return buffer;
    }

    /** Joins multicast groups, of which bit 0 is group 1. */
    void join(int groups) {
        scratch.clear();
        scratch.putShort((short) AF_NETLINK).putShort((short) 0).putInt(0).putInt(groups);
        NativeException.check("bind", LibC.bind(descriptor, LibC.address(scratch), 12));
    }

    /** Asks for room for notifications; how much is given depends on rights, and less is no error. */
    void reserve(int bytes) {
        scratch.putInt(0, bytes);
        long value = LibC.address(scratch);
        if (LibC.setsockopt(descriptor, SOL_SOCKET, SO_RCVBUFFORCE, value, 4) < 0) {
            NativeException.check("setsockopt", LibC.setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, value, 4));
        }
    }

    /** Messages the kernel could not deliver since this socket opened; modulo 2^32. */
    int drops() {
        scratch.putInt(0, 36);
        long length = LibC.address(scratch);
        long value = length + 8;
        int result = LibC.getsockopt(descriptor, SOL_SOCKET, SO_MEMINFO, value, length);
        return result < 0 ? 0 : scratch.getInt(8 + 4 * SK_MEMINFO_DROPS);
    }

    /** The kernel's number of the network namespace, never used again; 0 where kernels before 5.14 do not tell. */
    long namespaceCookie() {
        scratch.putInt(0, 8);
        long length = LibC.address(scratch);
        int result = LibC.getsockopt(descriptor, SOL_SOCKET, SO_NETNS_COOKIE, length + 8, length);
        return result < 0 ? 0 : scratch.getLong(8);
    }

    /** What an interface of the socket's namespace is called; its number where there is none any more. */
    String interfaceName(int index) {
        scratch.clear().put(new byte[scratch.capacity()]).putInt(IFNAMSIZ, index);
        if (LibC.ioctl(descriptor, SIOCGIFNAME, LibC.address(scratch)) < 0) {
            return Integer.toString(index);
        }
        StringBuilder name = new StringBuilder(IFNAMSIZ);
        for (int i = 0; i < IFNAMSIZ && scratch.get(i) != 0; i++) {
            name.append((char) (scratch.get(i) & 0xff));
        }
        return name.toString();
    }

    void send(byte[] request) {
        buffer.clear();
        buffer.put(request);
        NativeException.check("send", LibC.send(descriptor, bufferAddress, request.length, 0));
    }

    /** Waits for a datagram. @return its length, at most the buffer's */
    int receive() {
        while (true) {
            long length = LibC.recv(descriptor, bufferAddress, buffer.capacity(), MSG_TRUNC);
            if (length >= 0 || LibC.errno() != LibC.EINTR) {
                return (int) Math.min(NativeException.check("recv", length), buffer.capacity());
            }
        }
    }

    /** @return the length of a datagram that was waiting already, or an error number made negative */
    int receiveNow() {
        long length = LibC.recv(descriptor, bufferAddress, buffer.capacity(), MSG_DONTWAIT | MSG_TRUNC);
        return length < 0 ? -LibC.errno() : (int) Math.min(length, buffer.capacity());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            LibC.close(descriptor);
        }
    }
}
