package dev.netwatch.domain.testkit;

import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.Protocol;
import java.io.IOException;

/**
 * One conversation whose truth is known: who, between which endpoints, how many bytes. Both ends are in this process.
 */
public interface Traffic extends AutoCloseable {

    /** Over what the two ends talk. */
    enum Kind {
        TCP_V4,
        TCP_V6,
        /** IPv4 through IPv6 sockets, as Java and many servers do by default; shown as IPv4. */
        TCP_MAPPED,
        UDP_V4,
        UDP_V6;

        public Protocol protocol() {
            return this == UDP_V4 || this == UDP_V6 ? Protocol.UDP : Protocol.TCP;
        }
    }

    /** The end that called, as it sees itself. */
    FiveTuple client();

    /** The end that was called. */
    FiveTuple server();

    /** A socket that waits for peers: the one {@link #server} was accepted from; for UDP one without a peer. */
    FiveTuple listener();

    /** The process both ends belong to. */
    long pid();

    /** From client to server; when this returns, the server has read every byte. */
    void send(int bytes) throws IOException;

    /** From server to client; when this returns, the client has read every byte. */
    void reply(int bytes) throws IOException;

    /** Both ends close in good order, the client first; the listener stays. */
    void finish() throws IOException;

    /** Both ends stop without farewell and leave nothing behind; the listener stays. */
    void abort() throws IOException;

    /** After {@link #abort}: opens another conversation between the very same endpoints. */
    void reopen() throws IOException;

    /** Closes everything, listener included. */
    @Override
    void close() throws IOException;
}
