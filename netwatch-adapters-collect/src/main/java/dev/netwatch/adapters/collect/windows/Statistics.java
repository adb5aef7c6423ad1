package dev.netwatch.adapters.collect.windows;

/**
 * The kinds of extended statistics that are asked for.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/tcpestats/ne-tcpestats-tcp_estats_type">TCP_ESTATS_TYPE</a>
 */
enum Statistics {
    /** @see <a href="https://learn.microsoft.com/windows/win32/api/tcpestats/ns-tcpestats-tcp_estats_data_rod_v0">TCP_ESTATS_DATA_ROD_v0</a> */
    DATA(1, 96),
    /** @see <a href="https://learn.microsoft.com/windows/win32/api/tcpestats/ns-tcpestats-tcp_estats_path_rod_v0">TCP_ESTATS_PATH_ROD_v0</a> */
    PATH(3, 160);

    /** In {@link #DATA}: octets the peer has acknowledged, 64 bits. */
    static final int THRU_BYTES_ACKED = 72;

    /** In {@link #DATA}: octets acknowledged to the peer, 64 bits. */
    static final int THRU_BYTES_RECEIVED = 88;

    /** In {@link #PATH}: milliseconds, 32 bits. */
    static final int SMOOTHED_RTT = 108;

    /** In {@link #PATH}: round trips measured, 32 bits. */
    static final int COUNT_RTT = 128;

    final int type;
    final int size;

    Statistics(int type, int size) {
        this.type = type;
        this.size = size;
    }
}
