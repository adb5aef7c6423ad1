package dev.netwatch.domain.sample;

/** What a source puts into every sample. */
public enum Capability {
    /** Payload bytes of TCP sockets. */
    TCP_BYTES,
    /** Payload bytes of UDP sockets. */
    UDP_BYTES,
    /** Sockets that closed between two samples, with their last counters. */
    CLOSED_SOCKETS,
    /** The process behind each socket, as far as this user may know it. */
    OWNERS,
    /** Round-trip time and retransmits of TCP sockets. */
    TCP_METRICS
}
