package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Protocol;

/** Dumps the socket table into a {@link SocketTable}: TCP and UDP, over IPv4 and IPv6. Not thread-safe. */
final class InetDiagDump implements AutoCloseable {
    static final int BUFFER = 64 * 1024;
    private static final int ATTEMPTS = 3;

    private final NetlinkSocket socket;
    private final InetDiagCodec codec;
    private int sequence;
    /** Whether the kernel once refused to dump both families of TCP at once. */
    private boolean apart;

    /** @param socket of the namespace to read; closed with this */
    InetDiagDump(NetlinkSocket socket) {
        this.socket = socket;
        this.codec = new InetDiagCodec(socket.buffer());
    }

    /**
     * @param table learns what was not dumped whole, too
     * @throws NativeException if TCP over IPv4 cannot be dumped; what else fails is told by {@code coverage}
     */
    void run(SocketTable table, DumpCoverage coverage) {
        long unreadable = codec.unreadable();
        if (apart || !together(table, coverage)) {
            apart = true;
            both(Protocol.TCP, table, coverage);
        }
        both(Protocol.UDP, table, coverage);
        coverage.unreadable(codec.unreadable() - unreadable);
    }

    /** As {@link #run}, where there is no TCP. */
    void runWithoutTcp(SocketTable table, DumpCoverage coverage) {
        both(Protocol.UDP, table, coverage);
    }

    private void both(Protocol protocol, SocketTable table, DumpCoverage coverage) {
        dump(InetDiagCodec.AF_INET, protocol, table, coverage);
        dump(InetDiagCodec.AF_INET6, protocol, table, coverage);
    }

    /** Dumps all of TCP. @return whether the kernel did not refuse it or break it off */
    private boolean together(SocketTable table, DumpCoverage coverage) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            sequence++;
            if (once(InetDiagCodec.requestTcp(sequence), Protocol.TCP, table) != 0) {
                return false;
            }
            if (!codec.wasInterrupted()) {
                return true;
            }
        }
        table.notWhole(Protocol.TCP, false);
        table.notWhole(Protocol.TCP, true);
        coverage.interrupted();
        return true;
    }

    private void dump(int family, Protocol protocol, SocketTable table, DumpCoverage coverage) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            sequence++;
            int number = protocol == Protocol.TCP ? InetDiagCodec.IPPROTO_TCP : InetDiagCodec.IPPROTO_UDP;
            int error = once(InetDiagCodec.request(family, number, sequence), protocol, table);
            if (error != 0) {
                failed(family, protocol, error, table, coverage);
                return;
            }
            if (!codec.wasInterrupted()) {
                return;
            }
        }
        table.notWhole(protocol, family == InetDiagCodec.AF_INET6);
        coverage.interrupted();
    }

    /* TCP over IPv4 comes first: if the table is empty still, the kernel shows nothing of it. */
    static void failed(int family, Protocol protocol, int error, SocketTable table, DumpCoverage coverage) {
        boolean essential = family == InetDiagCodec.AF_INET && protocol == Protocol.TCP;
        if (essential && table.seenCount() == 0) {
            throw new NativeException("sock_diag", error);
        }
        table.notWhole(protocol, family == InetDiagCodec.AF_INET6);
        coverage.missing(protocol, family == InetDiagCodec.AF_INET6, error);
    }

    /** @return 0 if the dump is whole, or the kernel's error number: it refused the dump or broke it off */
    private int once(byte[] request, Protocol protocol, SocketTable table) {
        socket.send(request);
        while (true) {
            codec.begin(socket.receive());
            InetDiagCodec.Kind kind = codec.next();
            while (kind == InetDiagCodec.Kind.SOCKET) {
                if (codec.sequence() == sequence) {
                    table.accept(codec, protocol);
                }
                kind = codec.next();
            }
            if (kind != InetDiagCodec.Kind.END && codec.sequence() == sequence) {
                return codec.error();
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
