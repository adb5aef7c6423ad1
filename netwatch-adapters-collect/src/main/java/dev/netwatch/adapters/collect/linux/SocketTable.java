package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private @Nullable TrackedSocket[] seen = new TrackedSocket[1024];
    private @Nullable TrackedSocket[] before = new TrackedSocket[1024];
    private final List<TrackedSocket> listeners = new ArrayList<>();
    /** The dump they are of. */
    private int gathered = -1;

    private int seenCount;
    private int beforeCount;
    private int guess;
    private int generation;

    SocketTable(Identities identities) {
        this.identities = identities;
    }

    /** A new dump begins. */
    void begin() {
        @Nullable TrackedSocket[] reused = before;
        Arrays.fill(reused, 0, beforeCount, null); // or a crowd that has left would be kept for ever
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
        TrackedSocket best = null;
        int closest = 0;
        for (TrackedSocket listener : listeners()) {
            int fit = fit(listener.tuple().local(), accepted.tuple().local());
            if (fit > closest) {
                best = listener;
                closest = fit;
            }
        }
        return best;
    }

    /* Gathered once for a dump, and only if somebody asks: a thousand short connections must not walk the table each. */
    private List<TrackedSocket> listeners() {
        if (gathered != generation) {
            gathered = generation;
            listeners.clear();
            forEachSeen(socket -> {
                if (socket.state() == SocketState.LISTEN) {
                    listeners.add(socket);
                }
            });
        }
        return listeners;
    }

    /** As the kernel chooses: the very address, then the wildcard of its version, then that of IPv6 for IPv4; 0 for none. */
    private static int fit(Endpoint listening, Endpoint local) {
        if (listening.port() != local.port()) {
            return 0;
        }
        if (listening.address().equals(local.address())) {
            return 3;
        }
        boolean sameVersion = listening.address().version() == local.address().version();
        if (!listening.address().isAny() || !sameVersion && listening.address().isV4()) {
            return 0;
        }
        return sameVersion ? 2 : 1;
    }
}
