package dev.netwatch.domain.connection;

import org.jspecify.annotations.Nullable;

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

    /* As a record's own, but without what those cost in a compiler that does not inline: it is asked for every socket. */
    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SocketId && value.equals(((SocketId) other).value);
    }

    @Override
    public String toString() {
        return value;
    }
}
