package dev.netwatch.domain.connection;

/** Who opened a connection, seen from this machine. */
public enum Direction {
    OUTBOUND,
    INBOUND,
    /** Waits for peers: a listening TCP socket, or a UDP socket without a peer of its own. */
    LISTENING,
    /** Nothing tells. */
    UNKNOWN
}
