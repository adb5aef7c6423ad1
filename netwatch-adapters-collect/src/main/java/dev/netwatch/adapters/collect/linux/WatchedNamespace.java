package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.sample.SocketSample;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The socket table of one network namespace, followed from dump to dump, and what the kernel tells of its closed sockets.
 * Keeps the namespace alive until it is closed. Not thread-safe.
 */
final class WatchedNamespace implements AutoCloseable {
    private static final int NOTIFICATION_BUFFER = 8 * 1024 * 1024;

    private final Namespace namespace;
    private final SocketTable table;
    private final InetDiagDump dump;
    private final SocketCounts counts = new SocketCounts();
    private final DestroyNotices notices;
    private final ClosedSockets closed;
    private List<Ended> ended = List.of();

    /**
     * Opens it in the namespace that the calling thread is in.
     *
     * @param place with the number of the namespace
     * @param shared where all dumps are received
     * @param elsewhere in which one place the sockets of a namespace are held
     * @throws NativeException if the kernel refuses
     */
    WatchedNamespace(
            Namespace place,
            ByteBuffer shared,
            DestroyListener listener,
            OwnerBook book,
            Function<Namespace, Place> elsewhere) {
        NetlinkSocket socket = new NetlinkSocket(shared);
        namespace = place.withNetwork(place.network(), socket.namespaceCookie());
        dump = new InetDiagDump(socket);
        table = new SocketTable(new Identities(namespace, new InterfaceNames(socket::interfaceName)));
        notices = DestroyNotices.open(listener, namespace, NOTIFICATION_BUFFER);
        closed = new ClosedSockets(table, book, () -> elsewhere.apply(namespace));
    }

    Namespace namespace() {
        return namespace;
    }

    SocketTable table() {
        return table;
    }

    /** Dumps the table. @throws NativeException if nothing of it can be read */
    void read(DumpCoverage coverage) {
        table.begin();
        if (counts.mayHaveTcp()) {
            dump.run(table, coverage);
        } else {
            dump.runWithoutTcp(table, coverage);
        }
    }

    /** What closed since the last time, until {@link #settle}. */
    List<Ended> drain(DumpCoverage coverage) {
        ended = new ArrayList<>();
        notices.drain(ended::addAll, coverage);
        return ended;
    }

    /** Makes closed sockets of what was drained. @param machine what all namespaces told */
    void settle(FinalCounters machine, long now, DumpCoverage coverage) {
        closed.accept(ended, new FinalCounters(ended, machine));
        ended = List.of();
        closed.sweep(now);
        coverage.unidentified(closed.takeUnidentified());
        coverage.unseenUdp(closed.takeUnseenUdp());
    }

    /** Whether a process holds one of its sockets, which keeps it alive. */
    boolean isHeld() {
        boolean[] held = {false};
        table.forEachSeen(socket -> held[0] |= socket.inode != 0 && !socket.ended && table.isSeen(socket));
        return held[0];
    }

    /** Holds for closed what is open still. */
    void end() {
        closed.endAll();
    }

    void tell(List<SocketSample> open, List<SocketSample> gone) {
        table.forEachSeen(socket -> {
            if (!socket.ended || socket.state() == SocketState.TIME_WAIT) {
                open.add(socket.sample());
            }
        });
        open.addAll(closed.missing());
        gone.addAll(closed.take());
    }

    @Override
    public void close() {
        notices.close();
        counts.close();
        dump.close();
    }
}
