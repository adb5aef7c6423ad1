package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Outcome;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.sample.SocketSample;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/*
 * A socket without remote port says little when it is freed: a listener, one that was never connected, and one whose
 * connection failed or was aborted look alike but for the remote address, which only the latter keep. So those that no
 * dump showed are never taken for connections; where a remote address is left, they are counted.
 */
/** Turns notifications of freed sockets into closed sockets. Not thread-safe. */
final class ClosedSockets {
    /** Dumps that may miss a socket before it is held for closed without notice: notices come a moment late. */
    private static final int PATIENCE = 3;
    /** And so long at least: on a busy machine the thread that reads notices may not have had its turn. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** So many sockets told as closed without notice are known again when their notice comes at last. */
    private static final int MOST_UNNOTICED = 20_000;

    private final SocketTable table;
    private final OwnerBook owners;
    private final Supplier<Place> elsewhere;
    private List<SocketSample> closed = new ArrayList<>();
    private final List<SocketSample> missing = new ArrayList<>();
    private final Set<Long> unnoticed = new LinkedHashSet<>();
    private long unidentified;
    private long unseenUdp;

    /** @param elsewhere where sockets of this namespace are held, as far as that is one place */
    ClosedSockets(SocketTable table, OwnerBook owners, Supplier<Place> elsewhere) {
        this.table = table;
        this.owners = owners;
        this.elsewhere = elsewhere;
    }

    /** Takes over a batch, after the dump that follows its first notification. */
    void accept(List<Ended> batch, FinalCounters counters) {
        for (Ended ended : batch) {
            TrackedSocket socket = table.get(ended.cookie());
            if (socket == null) {
                if (!unnoticed.remove(ended.cookie())) {
                    unseen(ended, counters);
                }
            } else if (!socket.ended) {
                socket.setCounters(last(socket, ended, counters));
                end(socket);
            }
        }
    }

    private static Optional<ByteCounters> last(TrackedSocket socket, Ended ended, FinalCounters counters) {
        boolean wiped = ended.tuple().remote().isEmpty() || !ended.hasBytes();
        return wiped ? socket.counters().map(ByteCounters::estimated) : counters.of(ended, socket.state());
    }

    private void unseen(Ended ended, FinalCounters counters) {
        if (ended.tuple().protocol() == Protocol.UDP) {
            unseenUdp++;
            return;
        }
        if (ended.tuple().remote().isEmpty()) {
            unidentified += ended.hadRemote() ? 1 : 0;
            return;
        }
        TrackedSocket socket = table.add(ended.cookie(), Protocol.TCP);
        socket.place(ended.tuple(), ended.scope());
        socket.setCounters(counters.of(ended, null));
        if (ended.wasEstablished()) {
            socket.setOutcome(Outcome.ESTABLISHED);
        }
        calledBy(ended).ifPresent(socket::setDirection);
        socket.runIn(elsewhere.get());
        inferOwner(socket);
        end(socket);
    }

    /* As while it was open; an acknowledged FIN of its own adds one, so that one alone tells nothing. */
    private static Optional<Direction> calledBy(Ended ended) {
        long beyondPayload = ended.acked() - ended.sent();
        boolean settled = ended.hasSent() && ended.unacked() == 0 && ended.wasEstablished();
        if (settled && beyondPayload == 2) {
            return Optional.of(Direction.OUTBOUND);
        }
        return settled && beyondPayload == 0 ? Optional.of(Direction.INBOUND) : Optional.empty();
    }

    private void inferOwner(TrackedSocket socket) {
        @Nullable
        TrackedSocket listener =
                socket.direction().equals(Optional.of(Direction.OUTBOUND)) ? null : table.listener(socket);
        if (listener != null) {
            socket.setDirection(Direction.INBOUND);
            if (listener.holder != null) {
                socket.own(owners.inferred(listener.holder));
                socket.runIn(listener.holder.place);
            }
        }
    }

    private void end(TrackedSocket socket) {
        socket.ended = true;
        closed.add(socket.closed());
    }

    /**
     * Drops what the dump did not show any more, and holds for closed what nobody told of.
     *
     * @param now monotonic, in nanoseconds
     */
    void sweep(long now) {
        missing.clear();
        table.dropUnseen(socket -> isGone(socket, now));
    }

    private boolean isGone(TrackedSocket socket, long now) {
        boolean waitsOut = socket.state() == SocketState.TIME_WAIT;
        if (socket.ended || waitsOut) {
            return socket.missed++ > 0 || waitsOut;
        }
        socket.missedSince = socket.missed == 0 ? now : socket.missedSince;
        boolean maybeLate =
                !table.isWholeFor(socket) || ++socket.missed < PATIENCE || now - socket.missedSince < PATIENCE_NANOS;
        if (maybeLate) {
            missing.add(socket.sample());
            return false;
        }
        socket.setCounters(socket.counters().map(ByteCounters::estimated));
        end(socket);
        expectNotice(socket.cookie);
        return true;
    }

    /** Holds for closed whatever is open: the namespace has gone, and nobody will tell more. */
    void endAll() {
        table.forEachSeen(socket -> {
            if (!socket.ended && socket.state() != SocketState.TIME_WAIT) {
                socket.setCounters(socket.counters().map(ByteCounters::estimated));
                end(socket);
            }
        });
    }

    /* A connection that its peer has reset is in no table any more, but is freed only when its process lets it go. */
    private void expectNotice(long cookie) {
        unnoticed.add(cookie);
        if (unnoticed.size() > MOST_UNNOTICED) {
            Iterator<Long> oldestFirst = unnoticed.iterator();
            oldestFirst.next();
            oldestFirst.remove();
        }
    }

    /** Those the last dump did not show though nobody told that they closed: open, as far as is known. */
    List<SocketSample> missing() {
        return missing;
    }

    /** The sockets that closed since the last time; each is told once. */
    List<SocketSample> take() {
        List<SocketSample> taken = closed;
        closed = new ArrayList<>();
        return taken;
    }

    /** How many failed or aborted connections left no trace but their end, since the last time. */
    long takeUnidentified() {
        long taken = unidentified;
        unidentified = 0;
        return taken;
    }

    /** How many UDP sockets no sample showed closed since the last time: of those only a port is known. */
    long takeUnseenUdp() {
        long taken = unseenUdp;
        unseenUdp = 0;
        return taken;
    }
}
