package dev.netwatch.adapters.collect.windows;

import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.SocketState;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One row of a table.
 *
 * @param pid of the process that bound the socket, 0 where none is left
 * @param createdAt when it was bound, as a {@link FileTime}; 0 where the table does not tell
 * @param handle how TCP's extended statistics want to be told of the connection: {@code MIB_TCPROW} or
 *     {@code MIB_TCP6ROW}, read-only; empty for UDP
 */
record SocketRow(FiveTuple tuple, SocketState state, int pid, long createdAt, Optional<Handle> handle) {

    /** @param v6 whether the row is a {@code MIB_TCP6ROW} */
    record Handle(boolean v6, ByteBuffer row) {}
}
