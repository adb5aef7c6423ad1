package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.port.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Gives the sockets of all namespaces their owners; asks /proc only about those it does not know yet. Not thread-safe. */
final class SocketOwners {
    private static final long FIRST_RETRY = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_DOUBLINGS = 6;

    private final OwnerBook book;
    private final ProcSocketOwners processes;
    private final Clock clock;
    private final LongMap<TrackedSocket> wanted = new LongMap<>();
    private long withoutPermission;

    SocketOwners(OwnerBook book, ProcSocketOwners processes, Clock clock) {
        this.book = book;
        this.processes = processes;
        this.clock = clock;
    }

    /** Resolves what the last dumps showed. @param tables one for each namespace */
    void update(List<SocketTable> tables) {
        long now = clock.nanos();
        wanted.clear();
        tables.forEach(table -> table.forEachSeen(socket -> want(socket, now)));
        if (wanted.size() > 0) {
            LongMap<TrackedSocket> sought = wanted.copy();
            processes.resolve(wanted);
            sought.forEach(socket -> settle(socket, now));
        }
        processes.check();
        withoutPermission = 0;
        tables.forEach(table -> table.forEachSeen(socket -> inferOrCount(socket, table)));
    }

    private void want(TrackedSocket socket, long now) {
        if (socket.holder != null && socket.holder.stale) {
            socket.release();
        }
        boolean held = socket.inode != 0 && socket.state() != SocketState.TIME_WAIT;
        if (held && socket.holder == null && (socket.tries == 0 || now - socket.retryAt >= 0)) {
            wanted.put(socket.inode, socket);
        }
    }

    private void settle(TrackedSocket socket, long now) {
        @Nullable Holder holder = socket.holder;
        if (holder != null) {
            socket.own(book.named(holder, socket.uid));
            return;
        }
        socket.retryAt = now + (FIRST_RETRY << Math.min(socket.tries++, MOST_DOUBLINGS));
        socket.own(book.unresolved(socket.uid, processes.wasRefused()));
    }

    /* A connection that waits to be accepted has no inode yet: its listener's process will get it. */
    private void inferOrCount(TrackedSocket socket, SocketTable table) {
        Attribution attribution = socket.owner.attribution();
        if (attribution == Attribution.NO_PERMISSION) {
            withoutPermission++;
        } else if (attribution == Attribution.NO_OWNER && socket.isUnaccepted()) {
            TrackedSocket listener = table.listener(socket);
            if (listener != null && listener.holder != null) {
                socket.own(book.inferred(listener.holder));
                socket.runIn(listener.holder.place);
            }
        }
    }

    /** Sockets of the last dump whose process this user may not know. */
    long withoutPermission() {
        return withoutPermission;
    }
}
