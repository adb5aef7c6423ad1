package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/*
 * Dumps come in the order of the kernel's hash tables, which changes little: the socket after the last one found is
 * most often the next, and the map is asked only where that guess fails.
 */
/** All sockets of the last dump, by cookie. Not thread-safe. */
final class SocketTable {
    private final LongMap<TrackedSocket> byCookie = new LongMap<>();
    private final Identities identities;
    private final TcpInfo info = new TcpInfo();
    private TrackedSocket[] seen = new TrackedSocket[1024];
    private TrackedSocket[] before = new TrackedSocket[1024];
    private int seenCount;
    private int beforeCount;
    private int guess;
    private int generation;

    SocketTable(Identities identities) {
        this.identities = identities;
    }

    /** A new dump begins. */
    void begin() {
        TrackedSocket[] reused = before;
        before = seen;
        beforeCount = seenCount;
        seen = reused;
        seenCount = 0;
        guess = 0;
        generation++;
    }

    /** Takes over one record of the dump. */
    void accept(InetDiagCodec message, Protocol protocol) {
        TrackedSocket socket = find(message.cookie(), protocol);
        socket.update(message, info, identities);
        if (socket.generation != generation) {
            socket.generation = generation;
            socket.missed = 0;
            socket.position = seenCount;
            seen = seenCount < seen.length ? seen : Arrays.copyOf(seen, seenCount * 2);
            seen[seenCount++] = socket;
        }
    }

    private TrackedSocket find(long cookie, Protocol protocol) {
        if (guess < beforeCount && before[guess].cookie == cookie) {
            return before[guess++];
        }
        TrackedSocket known = byCookie.get(cookie);
        if (known != null) {
            guess = known.position + 1;
            return known;
        }
        return add(cookie, protocol);
    }

    /** Follows a socket from now on. */
    TrackedSocket add(long cookie, Protocol protocol) {
        TrackedSocket socket = new TrackedSocket(cookie, protocol, identities.id(cookie));
        byCookie.put(cookie, socket);
        return socket;
    }

    @Nullable
    TrackedSocket get(long cookie) {
        return byCookie.get(cookie);
    }

    /** Whether the dump showed the socket. */
    boolean isSeen(TrackedSocket socket) {
        return socket.generation == generation;
    }

    /** Every socket the dump showed, once. */
    void forEachSeen(Consumer<TrackedSocket> action) {
        for (int i = 0; i < seenCount; i++) {
            action.accept(seen[i]);
        }
    }

    int seenCount() {
        return seenCount;
    }

    /** Drops, of those the dump did not show, what {@code gone} is true for. */
    void dropUnseen(Predicate<TrackedSocket> gone) {
        if (byCookie.size() > seenCount) {
            byCookie.removeIf(socket -> socket.generation != generation && gone.test(socket));
        }
    }

    /** The listener a connection to a local port was accepted from, if one can be told. */
    @Nullable
    TrackedSocket listener(TrackedSocket accepted) {
        for (int i = 0; i < seenCount; i++) {
            TrackedSocket socket = seen[i];
            if (socket.state() == SocketState.LISTEN && covers(socket, accepted)) {
                return socket;
            }
        }
        return null;
    }

    private static boolean covers(TrackedSocket listener, TrackedSocket accepted) {
        var listening = listener.tuple().local();
        var local = accepted.tuple().local();
        return listening.port() == local.port()
                && (listening.address().isAny() || listening.address().equals(local.address()));
    }
}
