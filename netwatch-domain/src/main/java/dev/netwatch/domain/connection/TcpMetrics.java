package dev.netwatch.domain.connection;

import java.util.OptionalLong;

/**
 * How well a TCP connection does.
 *
 * @param rttMicros smoothed round-trip time in microseconds
 * @param retransmits segments sent again since the socket opened; empty where nobody counted them from its beginning
 */
public record TcpMetrics(long rttMicros, OptionalLong retransmits) {

    /** Both measured. */
    public TcpMetrics(long rttMicros, long retransmits) {
        this(rttMicros, OptionalLong.of(retransmits));
    }
}
