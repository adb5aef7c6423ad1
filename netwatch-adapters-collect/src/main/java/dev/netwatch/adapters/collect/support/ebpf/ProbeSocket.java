package dev.netwatch.adapters.collect.support.ebpf;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/**
 * A small non-blocking IPv4 socket on the loopback interface, whose cookie can be asked for. Waits at most a second for
 * anything. All calls throw {@link BpfException} where the system refuses.
 */
final class ProbeSocket implements AutoCloseable {
    static final int STREAM = 1;
    static final int DATAGRAM = 2;

    private static final int AF_INET = 2;
    private static final int NONBLOCK_CLOEXEC = 0x800 | 0x80000;
    private static final int SOL_SOCKET = 1;
    private static final int SO_ERROR = 4;
    private static final int SO_COOKIE = 57;
    private static final int SOL_UDP = 17;
    private static final int UDP_SEGMENT = 103;
    private static final int LOOPBACK = 0x0100_007f;
    private static final int ADDRESS_SIZE = 16;
    private static final int EINPROGRESS = 115;
    private static final int ETIMEDOUT = 110;
    private static final short POLLIN = 1;
    private static final short POLLOUT = 4;
    private static final int PATIENCE_MILLIS = 1000;
    private static final int MSG_NOSIGNAL = 0x4000;

    private final int descriptor;
    private final Memory scratch = new Memory(64);

    private ProbeSocket(int descriptor) {
        this.descriptor = descriptor;
        scratch.clear();
    }

    static ProbeSocket open(int type) {
        return new ProbeSocket(Libc.check("socket", Libc.socket(AF_INET, type | NONBLOCK_CLOEXEC, 0)));
    }

    /** To a port that the system chooses. */
    ProbeSocket bind() {
        Libc.check("bind to 127.0.0.1", Libc.bind(descriptor, address(0), ADDRESS_SIZE));
        return this;
    }

    ProbeSocket listen() {
        Libc.check("listen", Libc.listen(descriptor, 1));
        return this;
    }

    ProbeSocket connect(int port) {
        int result = Libc.connect(descriptor, address(port), ADDRESS_SIZE);
        if (result < 0 && Libc.errno() != EINPROGRESS) {
            throw new BpfException("connect to 127.0.0.1", Libc.errno(), "");
        }
        await(POLLOUT, "connect to 127.0.0.1");
        int error = option(SO_ERROR, 4).getInt(0);
        if (error != 0) {
            throw new BpfException("connect to 127.0.0.1", error, "");
        }
        return this;
    }

    private Memory option(int name, int size) {
        scratch.setInt(32, size);
        Libc.check("getsockopt", Libc.getsockopt(descriptor, SOL_SOCKET, name, scratch, scratch.share(32)));
        return scratch;
    }

    ProbeSocket accept() {
        await(POLLIN, "accept on 127.0.0.1");
        return new ProbeSocket(Libc.check("accept", Libc.accept(descriptor, Pointer.NULL, Pointer.NULL)));
    }

    int port() {
        scratch.setInt(32, ADDRESS_SIZE);
        Libc.check("getsockname", Libc.getsockname(descriptor, scratch, scratch.share(32)));
        return (scratch.getByte(2) & 0xff) << 8 | scratch.getByte(3) & 0xff;
    }

    long cookie() {
        return option(SO_COOKIE, 8).getLong(0);
    }

    void send(int bytes) {
        try (Memory data = new Memory(bytes)) {
            data.clear();
            Libc.check("send", Libc.send(descriptor, data, bytes, MSG_NOSIGNAL));
        }
    }

    void sendTo(int port, int bytes) {
        try (Memory data = new Memory(bytes)) {
            data.clear();
            Libc.check("sendto 127.0.0.1", Libc.sendto(descriptor, data, bytes, 0, address(port), ADDRESS_SIZE));
        }
    }

    void receive(int bytes) {
        try (Memory data = new Memory(bytes)) {
            long left = bytes;
            while (left > 0) {
                await(POLLIN, "receive over 127.0.0.1");
                left -= Libc.check("recv", Libc.recv(descriptor, data, left, 0));
            }
        }
    }

    /** Lets the kernel cut what is sent at once into datagrams of this size. */
    ProbeSocket segment(int bytes) {
        scratch.setInt(32, bytes);
        Libc.check("setsockopt(UDP_SEGMENT)", Libc.setsockopt(descriptor, SOL_UDP, UDP_SEGMENT, scratch.share(32), 4));
        return this;
    }

    private Memory address(int port) {
        scratch.setShort(0, (short) AF_INET);
        scratch.setByte(2, (byte) (port >> 8));
        scratch.setByte(3, (byte) port);
        scratch.setInt(4, LOOPBACK);
        scratch.setLong(8, 0);
        return scratch;
    }

    private void await(short event, String what) {
        Memory polled = scratch;
        polled.setInt(40, descriptor);
        polled.setShort(44, event);
        polled.setShort(46, (short) 0);
        if (Libc.check("poll", Libc.poll(polled.share(40), 1, PATIENCE_MILLIS)) == 0) {
            throw new BpfException(what, ETIMEDOUT, "");
        }
    }

    @Override
    public void close() {
        Libc.close(descriptor);
        scratch.close();
    }
}
