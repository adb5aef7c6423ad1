package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;

/**
 * The kernel's numbers for socket states, in sock_diag and /proc/net alike.
 *
 * @see <a href="https://github.com/torvalds/linux/blob/master/include/net/tcp_states.h">net/tcp_states.h</a>
 */
final class KernelState {
    static final int SYN_SENT = 2;
    static final int TIME_WAIT = 6;
    static final int LISTEN = 10;

    private static final SocketState[] TCP = {
        SocketState.CLOSED,
        SocketState.ESTABLISHED,
        SocketState.SYN_SENT,
        SocketState.SYN_RECEIVED,
        SocketState.FIN_WAIT_1,
        SocketState.FIN_WAIT_2,
        SocketState.TIME_WAIT,
        SocketState.CLOSED,
        SocketState.CLOSE_WAIT,
        SocketState.LAST_ACK,
        SocketState.LISTEN,
        SocketState.CLOSING,
        SocketState.SYN_RECEIVED,
    };

    private KernelState() {}

    static SocketState of(Protocol protocol, int number) {
        if (protocol == Protocol.UDP) {
            return SocketState.OPEN;
        }
        return number >= 0 && number < TCP.length ? TCP[number] : SocketState.CLOSED;
    }
}
