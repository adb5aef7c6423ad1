package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.LocalInterface;
import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.track.Connection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Says of a connection whether it is wanted. {@link FilterExpression} reads one from text. */
@FunctionalInterface
public interface Filter {
    /** Wants every connection. */
    Filter ALL = connection -> true;

    boolean accepts(Connection connection);

    default Filter and(Filter other) {
        return connection -> accepts(connection) && other.accepts(connection);
    }

    default Filter or(Filter other) {
        return connection -> accepts(connection) || other.accepts(connection);
    }

    default Filter negated() {
        return connection -> !accepts(connection);
    }

    /** Peers of this familiarity; those of which nothing is known yet are not wanted. */
    static Filter familiarity(Familiarity wanted) {
        return connection -> connection.familiarity().equals(Optional.of(wanted));
    }

    /** What uses an interface: its addresses, sockets bound to it, and listeners on the wildcard address. */
    static Filter onInterface(LocalInterface wanted) {
        Set<Object> addresses = new HashSet<>(wanted.addresses());
        Optional<String> name = Optional.of(wanted.name());
        return connection -> addresses.contains(connection.local().address())
                // all of 127.0.0.0/8 is on the loopback interface, which names only the first of them
                || wanted.loopback() && connection.local().address().isLoopback()
                || connection.socket().scope().networkInterface().equals(name)
                || connection.local().address().isAny() && connection.remote().isEmpty();
    }
}
