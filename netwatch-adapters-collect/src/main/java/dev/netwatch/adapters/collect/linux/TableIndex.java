package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.sample.SocketSample;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/*
 * A source hands out the same instance for a socket as long as nothing changes, mostly at the same place. So most
 * sockets are known again by one comparison, without a look into their identity.
 */
/** The open sockets of the latest sample, by cookie. Not thread-safe. */
final class TableIndex {
    private final LongMap<Entry> byCookie = new LongMap<>();
    private Entry[] inOrder = new Entry[0];
    private int count;
    private int round;

    /** One socket of the table, and what becomes of it. */
    static final class Entry {
        final long cookie;
        private SocketSample socket;
        private @Nullable SocketSample merged;
        private int round;

        private Entry(long cookie, SocketSample socket) {
            this.cookie = cookie;
            this.socket = socket;
        }

        /** As the table shows it. */
        SocketSample socket() {
            return socket;
        }

        /** What to tell instead, in this sample. */
        void tell(SocketSample better) {
            merged = better;
        }
    }

    /** Takes over the next sample. */
    void read(List<SocketSample> open) {
        round++;
        int former = count;
        count = open.size();
        inOrder = count <= inOrder.length ? inOrder : Arrays.copyOf(inOrder, Math.max(count, inOrder.length * 2));
        for (int i = 0; i < count; i++) {
            SocketSample socket = open.get(i);
            Entry entry = i < former && inOrder[i].socket == socket ? inOrder[i] : find(socket);
            entry.socket = socket;
            entry.merged = null;
            entry.round = round;
            inOrder[i] = entry;
        }
        if (count < former) {
            Arrays.fill(inOrder, count, former, null);
        }
        if (byCookie.size() > count) {
            byCookie.removeIf(entry -> entry.round != round);
        }
    }

    private Entry find(SocketSample socket) {
        long cookie = Identities.cookie(socket.id());
        Entry known = byCookie.get(cookie);
        if (known == null) {
            known = new Entry(cookie, socket);
            byCookie.put(cookie, known);
        }
        return known;
    }

    @Nullable
    Entry get(long cookie) {
        return byCookie.get(cookie);
    }

    /** What to tell of each socket, in the order of the table. */
    void forEach(Consumer<SocketSample> consumer) {
        for (int i = 0; i < count; i++) {
            SocketSample merged = inOrder[i].merged;
            consumer.accept(merged == null ? inOrder[i].socket : merged);
        }
    }

    /** Every cookie of the table. */
    void forEachCookie(LongConsumer consumer) {
        for (int i = 0; i < count; i++) {
            consumer.accept(inOrder[i].cookie);
        }
    }
}
