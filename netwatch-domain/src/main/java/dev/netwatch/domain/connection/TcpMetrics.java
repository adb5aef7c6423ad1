package dev.netwatch.domain.connection;

/**
 * How well a TCP connection does.
 *
 * @param rttMicros smoothed round-trip time in microseconds
 * @param retransmits segments sent again since the socket opened
 */
public record TcpMetrics(long rttMicros, long retransmits) {}
