package dev.netwatch.domain.connection;

/** The transport protocol of a socket. */
public enum Protocol {
    TCP,
    UDP
}
