package dev.netwatch.adapters.collect.windows;

import dev.netwatch.domain.connection.Protocol;
import org.jspecify.annotations.Nullable;

/*
 * The shapes of the rows, in bytes. They are the same in 32 and 64 bits: no member is a pointer, and LARGE_INTEGER and
 * ULONGLONG are aligned to 8 in both, which is also why the rows of the MODULE classes begin at 8 instead of 4.
 */
/**
 * The tables there are: each protocol and address family, with the owner's module and time of binding, or, where that is
 * refused, with the owner's number alone. An offset of -1 means that the row has no such member.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/tcpmib/ns-tcpmib-mib_tcprow_owner_module">MIB_TCPROW_OWNER_MODULE</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/tcpmib/ns-tcpmib-mib_tcp6row_owner_module">MIB_TCP6ROW_OWNER_MODULE</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/udpmib/ns-udpmib-mib_udprow_owner_module">MIB_UDPROW_OWNER_MODULE</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/udpmib/ns-udpmib-mib_udp6row_owner_module">MIB_UDP6ROW_OWNER_MODULE</a>
 */
enum TableKind {
    TCP4_MODULE(Protocol.TCP, false, 8, 160, 8, at(4, 8), at(12, 16), 0, 20, 24),
    TCP6_MODULE(Protocol.TCP, true, 8, 192, 8, at(0, 20), at(24, 44), 48, 52, 56),
    UDP4_MODULE(Protocol.UDP, false, 2, 160, 8, at(0, 4), null, -1, 8, 16),
    UDP6_MODULE(Protocol.UDP, true, 2, 176, 8, at(0, 20), null, -1, 24, 32),
    TCP4_PID(Protocol.TCP, false, 5, 24, 4, at(4, 8), at(12, 16), 0, 20, -1),
    TCP6_PID(Protocol.TCP, true, 5, 56, 4, at(0, 20), at(24, 44), 48, 52, -1),
    UDP4_PID(Protocol.UDP, false, 1, 12, 4, at(0, 4), null, -1, 8, -1),
    UDP6_PID(Protocol.UDP, true, 1, 28, 4, at(0, 20), null, -1, 24, -1);

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 23;

    /** Where an end's address and port are; the scope of an IPv6 address follows it. */
    record End(int address, int port) {
        int scope() {
            return address + 16;
        }
    }

    private static End at(int address, int port) {
        return new End(address, port);
    }

    final Protocol protocol;
    final boolean v6;
    /** {@code TCP_TABLE_CLASS} or {@code UDP_TABLE_CLASS}. */
    final int tableClass;

    final int rowSize;
    /** Where the first row begins; before it is the number of rows. */
    final int firstRow;

    final End local;
    /** A row of UDP has no peer. */
    final @Nullable End remote;

    final int state;
    final int pid;
    final int createdAt;

    TableKind(
            Protocol protocol,
            boolean v6,
            int tableClass,
            int rowSize,
            int firstRow,
            End local,
            @Nullable End remote,
            int state,
            int pid,
            int createdAt) {
        this.protocol = protocol;
        this.v6 = v6;
        this.tableClass = tableClass;
        this.rowSize = rowSize;
        this.firstRow = firstRow;
        this.local = local;
        this.remote = remote;
        this.state = state;
        this.pid = pid;
        this.createdAt = createdAt;
    }

    /** The number Windows has for the address family. */
    int family() {
        return v6 ? AF_INET6 : AF_INET;
    }

    /** The poorer table of the same sockets. */
    TableKind withPidAlone() {
        return valueOf(name().replace("MODULE", "PID"));
    }

    /** Such as {@code TCP over IPv6}. */
    String words() {
        return protocol + (v6 ? " over IPv6" : " over IPv4");
    }
}
