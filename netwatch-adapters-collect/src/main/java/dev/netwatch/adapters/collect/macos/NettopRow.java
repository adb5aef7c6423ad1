package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.SocketState;
import java.util.Optional;

/**
 * One flow as nettop listed it.
 *
 * @param process the name of the process above it, cut at 15 bytes; foreign text
 * @param state empty for UDP and where it is not told
 * @param bytes empty where nettop left the cells empty
 * @param stack which stack carries it
 */
record NettopRow(
        long pid,
        String process,
        FiveTuple tuple,
        Optional<SocketState> state,
        Optional<FlowBytes> bytes,
        Stack stack) {

    NettopRow withoutBytes() {
        return new NettopRow(pid, process, tuple, state, Optional.empty(), stack);
    }

    /** Who counts the bytes. */
    enum Stack {
        /** A socket: the kernel. */
        KERNEL,
        /** A channel, or QUIC: a library in the process. */
        USER_SPACE,
        /** Older releases do not tell. */
        UNKNOWN
    }
}
