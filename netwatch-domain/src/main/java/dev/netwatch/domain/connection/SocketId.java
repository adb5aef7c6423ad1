package dev.netwatch.domain.connection;

/**
 * What makes a socket this socket, for as long as it lives and for ever after: boot, network namespace and kernel
 * cookie where there is one, else tuple and owner. Opaque: only equality means anything.
 *
 * <p>Never the five-tuple alone, which SO_REUSEPORT, forks and namespaces share.
 */
public record SocketId(String value) {
    public SocketId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a socket id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
