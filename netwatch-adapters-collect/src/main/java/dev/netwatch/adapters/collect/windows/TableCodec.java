package dev.netwatch.adapters.collect.windows;

import dev.netwatch.adapters.collect.windows.SocketRow.Handle;
import dev.netwatch.adapters.collect.windows.TableKind.End;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of {@code GetExtendedTcpTable} and {@code GetExtendedUdpTable} from their bytes. Whatever the bytes
 * are, it ends with rows and the number of those it had to leave out.
 *
 * @see TableKind
 */
final class TableCodec {
    private static final int V4_HANDLE = 20;
    private static final int V6_HANDLE = 52;
    private static final int V6_END = 24;

    private final Zones zones;

    TableCodec(Zones zones) {
        this.zones = zones;
    }

    /**
     * @param missing rows that the table counts and does not hold
     * @param odd rows in a state that nobody documents, or bound to no port
     */
    record Decoded(List<SocketRow> rows, long missing, int odd) {
        Decoded {
            rows = List.copyOf(rows);
        }
    }

    /** @param table from its first byte to its limit */
    Decoded decode(TableKind kind, ByteBuffer table) {
        ByteBuffer bytes = table.slice().order(ByteOrder.LITTLE_ENDIAN);
        long counted = bytes.limit() < Integer.BYTES ? 0 : Integer.toUnsignedLong(bytes.getInt(0));
        long held = Math.min(counted, Math.max(0, bytes.limit() - kind.firstRow) / kind.rowSize);
        List<SocketRow> rows = new ArrayList<>((int) held);
        int odd = 0;
        for (int i = 0; i < held; i++) {
            ByteBuffer row =
                    bytes.slice(kind.firstRow + i * kind.rowSize, kind.rowSize).order(ByteOrder.LITTLE_ENDIAN);
            Optional<SocketRow> read = row(kind, row);
            read.ifPresent(rows::add);
            odd += read.isPresent() ? 0 : 1;
        }
        return new Decoded(rows, counted - held, odd);
    }

    private Optional<SocketRow> row(TableKind kind, ByteBuffer row) {
        Endpoint local = endpoint(kind, row, kind.local);
        return state(kind, row).filter(state -> local.port() != 0).map(state -> {
            // of a listener, the remote members have no meaning
            Optional<Endpoint> remote = state == SocketState.LISTEN ? Optional.empty() : remote(kind, row, kind.remote);
            long createdAt = kind.createdAt < 0 ? 0 : row.getLong(kind.createdAt);
            return new SocketRow(
                    new FiveTuple(kind.protocol, local, remote),
                    state,
                    row.getInt(kind.pid),
                    createdAt,
                    kind.protocol == Protocol.TCP ? Optional.of(handle(kind, row)) : Optional.empty());
        });
    }

    /**
     * @see <a href="https://learn.microsoft.com/windows/win32/api/tcpmib/ne-tcpmib-mib_tcp_state">MIB_TCP_STATE</a>
     */
    private static Optional<SocketState> state(TableKind kind, ByteBuffer row) {
        if (kind.protocol == Protocol.UDP) {
            return Optional.of(SocketState.OPEN);
        }
        return switch (row.getInt(kind.state)) {
            case 1, 12 -> Optional.of(SocketState.CLOSED); // 12: its control block is being deleted
            case 2 -> Optional.of(SocketState.LISTEN);
            case 3 -> Optional.of(SocketState.SYN_SENT);
            case 4 -> Optional.of(SocketState.SYN_RECEIVED);
            case 5 -> Optional.of(SocketState.ESTABLISHED);
            case 6 -> Optional.of(SocketState.FIN_WAIT_1);
            case 7 -> Optional.of(SocketState.FIN_WAIT_2);
            case 8 -> Optional.of(SocketState.CLOSE_WAIT);
            case 9 -> Optional.of(SocketState.CLOSING);
            case 10 -> Optional.of(SocketState.LAST_ACK);
            case 11 -> Optional.of(SocketState.TIME_WAIT);
            default -> Optional.empty();
        };
    }

    private Optional<Endpoint> remote(TableKind kind, ByteBuffer row, @Nullable End end) {
        return end == null
                ? Optional.empty()
                : Optional.of(endpoint(kind, row, end)).filter(found -> found.port() != 0);
    }

    private Endpoint endpoint(TableKind kind, ByteBuffer row, End end) {
        byte[] address = new byte[kind.v6 ? 16 : 4];
        row.get(end.address(), address);
        IpAddress plain = IpAddress.of(address);
        IpAddress zoned = plain.isV4() || !plain.isLinkLocal()
                ? plain
                : IpAddress.v6(plain.high(), plain.low(), zones.name(row.getInt(end.scope())));
        return new Endpoint(zoned, port(row, end.port()));
    }

    /** In network byte order, in the lower half of the member; what the upper half holds is not defined. */
    private static int port(ByteBuffer row, int at) {
        return (row.get(at) & 0xff) << 8 | row.get(at + 1) & 0xff;
    }

    /**
     * @see <a href="https://learn.microsoft.com/windows/win32/api/tcpmib/ns-tcpmib-mib_tcprow_lh">MIB_TCPROW</a>
     * @see <a href="https://learn.microsoft.com/windows/win32/api/tcpmib/ns-tcpmib-mib_tcp6row">MIB_TCP6ROW</a>
     */
    private static Handle handle(TableKind kind, ByteBuffer row) {
        ByteBuffer handle = ByteBuffer.allocate(kind.v6 ? V6_HANDLE : V4_HANDLE).order(ByteOrder.LITTLE_ENDIAN);
        handle.putInt(row.getInt(kind.state));
        int from = kind.v6 ? 0 : kind.local.address();
        int length = kind.v6 ? 2 * V6_END : V4_HANDLE - Integer.BYTES;
        handle.put(row.slice(from, length)).flip();
        return new Handle(kind.v6, handle.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN));
    }
}
