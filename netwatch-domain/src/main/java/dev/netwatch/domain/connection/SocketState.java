package dev.netwatch.domain.connection;

import java.util.Locale;

/**
 * The state of a socket: TCP's states under the names of RFC 9293, and {@link #OPEN} for a UDP socket, which has none.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9293#section-3.3.2">RFC 9293, section 3.3.2</a>
 */
public enum SocketState {
    LISTEN,
    SYN_SENT,
    SYN_RECEIVED,
    ESTABLISHED,
    FIN_WAIT_1,
    FIN_WAIT_2,
    CLOSE_WAIT,
    CLOSING,
    LAST_ACK,
    TIME_WAIT,
    CLOSED,
    OPEN;

    /** Whether the peer's FIN has arrived, and with it one sequence number that is no payload. */
    public boolean peerHasFinished() {
        return this == CLOSE_WAIT || this == CLOSING || this == LAST_ACK || this == TIME_WAIT;
    }

    /** Whether the handshake has ended, so that the connection once was established. */
    public boolean isSynchronized() {
        return this != LISTEN && this != SYN_SENT && this != SYN_RECEIVED && this != CLOSED && this != OPEN;
    }

    /** The name in lower case with hyphens, such as {@code time-wait}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
