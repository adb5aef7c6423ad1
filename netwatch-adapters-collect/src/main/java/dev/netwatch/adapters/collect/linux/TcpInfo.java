package dev.netwatch.adapters.collect.linux;

/**
 * What a tcp_info says about payload, read into fields that are used again for the next socket.
 *
 * @see <a href="https://github.com/torvalds/linux/blob/master/include/uapi/linux/tcp.h">linux/tcp.h</a>
 */
final class TcpInfo {
    private static final int UNACKED = 24;
    private static final int RTT = 68;
    private static final int TOTAL_RETRANS = 100;
    private static final int BYTES_ACKED = 120;
    private static final int BYTES_RECEIVED = 128;
    private static final int BYTES_SENT = 200;
    private static final int BYTES_RETRANS = 208;
    private static final int END_OF_METRICS = 104;
    private static final int END_OF_ACKED = 136;
    private static final int END_OF_SENT = 216;

    boolean hasMetrics;
    /** Since Linux 4.1. */
    boolean hasBytes;
    /** Since Linux 4.19; before, what was acknowledged stands for what was sent. */
    boolean hasSent;

    long rttMicros;
    long retransmits;
    /** Acknowledged bytes, the SYN of an active opener and an acknowledged FIN included. */
    long acked;
    /** Received bytes, the peer's FIN included. */
    long received;
    /** Payload sent, without retransmissions. */
    long sent;
    /** Segments on their way. */
    long unacked;

    void read(InetDiagCodec message) {
        int length = message.infoLength();
        hasMetrics = length >= END_OF_METRICS;
        hasBytes = length >= END_OF_ACKED;
        hasSent = length >= END_OF_SENT;
        unacked = message.info32(UNACKED);
        rttMicros = message.info32(RTT);
        retransmits = message.info32(TOTAL_RETRANS);
        acked = Math.max(0, message.info64(BYTES_ACKED));
        received = Math.max(0, message.info64(BYTES_RECEIVED));
        sent = hasSent ? Math.max(0, message.info64(BYTES_SENT) - message.info64(BYTES_RETRANS)) : acked;
    }
}
