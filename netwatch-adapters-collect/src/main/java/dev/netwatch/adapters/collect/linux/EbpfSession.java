package dev.netwatch.adapters.collect.linux;

import dev.netwatch.adapters.collect.support.ebpf.EbpfEngine;
import dev.netwatch.adapters.collect.support.ebpf.SocketRecord;
import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Outcome;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/*
 * The table is read first, the records after it: a socket of the table has then a record of the same age or younger. A
 * record whose socket was closed and is not in the table waits one sample for the notification of its end, which knows
 * more; if none comes (reset, failed, other namespace), the record tells alone.
 */
/** Merges the kernel's socket table with the programs' records, by cookie. Not thread-safe. */
final class EbpfSession implements AutoCloseable {
    /** Samples that a record without owner and without traffic is kept for: what came after its socket was told. */
    private static final int STRAY_PATIENCE = 300;
    /** Samples after which, at the earliest, no notification is awaited any more. */
    private static final int NOTIFICATION_PATIENCE = 100;

    private final EbpfEngine engine;
    private final HookOwners owners;
    private final NetworkNamespaces namespaces;
    private final RecordedSockets recorded;
    private final UdpRemotes remotes = new UdpRemotes();
    private final LongMap<Boolean> olderThanEngine = new LongMap<>();
    private final LongMap<SocketSample> open = new LongMap<>();
    private final LongMap<SocketSample> closed = new LongMap<>();
    private final LongMap<SocketSample> lastUdp = new LongMap<>();
    private Set<Long> waiting = new HashSet<>();
    private Set<Long> stillWaiting = new HashSet<>();
    /** Told by their record alone, lately and before that: a notification that comes after all tells nothing new. */
    private Set<Long> toldAlone = new HashSet<>();

    private Set<Long> toldBefore = new HashSet<>();
    private int samples;
    private Map<Long, Stray> strays = new HashMap<>();
    private final Map<Long, Stray> straysNow = new HashMap<>();
    private boolean first = true;

    private record Stray(long packets, int samples) {}

    /** @param table sampled before each {@link #merge} */
    EbpfSession(EbpfEngine engine, HookOwners owners, LinuxSystem system, InetDiagSource table) {
        this.engine = engine;
        this.owners = owners;
        Namespace here = Namespace.read(system.proc());
        namespaces = new NetworkNamespaces(system.proc(), here, engine.netnsCookie(), table);
        recorded = new RecordedSockets(here, owners, namespaces, engine.ownersKnown());
    }

    Sample merge(Sample table, Clock clock) {
        index(table);
        remotes.read(engine);
        Merge merge = new Merge();
        engine.forEachSocket(merge::take);
        merge.finish();
        waiting = stillWaiting;
        stillWaiting = new HashSet<>();
        strays = new HashMap<>(straysNow);
        straysNow.clear();
        first = false;
        if (++samples % NOTIFICATION_PATIENCE == 0) {
            toldBefore = toldAlone;
            toldAlone = new HashSet<>();
        }
        return new Sample(
                table.takenAt(),
                table.nanos(),
                merge.nowOpen,
                merge.nowClosed,
                EbpfCoverage.of(table.coverage(), engine.drainLosses(), engine.notices()));
    }

    private boolean wasToldAlone(long cookie) {
        return toldAlone.remove(cookie) || toldBefore.remove(cookie);
    }

    private void index(Sample table) {
        open.clear();
        closed.clear();
        for (SocketSample socket : table.open()) {
            long cookie = Identities.cookie(socket.id());
            open.put(cookie, socket);
            if (first) {
                olderThanEngine.put(cookie, Boolean.TRUE);
            }
        }
        for (SocketSample socket : table.closed()) {
            closed.put(Identities.cookie(socket.id()), socket);
        }
    }

    /** One sample in the making. */
    private final class Merge {
        private final List<SocketSample> nowOpen = new ArrayList<>();
        private final List<SocketSample> nowClosed = new ArrayList<>();
        private final List<Long> done = new ArrayList<>();

        void take(SocketRecord socket) {
            SocketSample ended = closed.get(socket.cookie());
            if (ended != null) {
                closed.remove(socket.cookie());
                end(socket, ended);
                return;
            }
            SocketSample living = open.get(socket.cookie());
            if (living != null) {
                if (living.state() != SocketState.TIME_WAIT) {
                    open.remove(socket.cookie());
                    live(socket, living);
                }
            } else if (socket.releasedAt() != 0) {
                released(socket);
            } else if (namespaces.isListed(socket) || isRemnant(socket)) {
                stray(socket);
            } else if (RecordedSockets.isConnection(socket)) {
                nowOpen.add(recorded.sample(socket, RecordedSockets.state(socket)));
            }
        }

        /** The table and the notifications know it; the record adds what they cannot. */
        private void end(SocketRecord socket, SocketSample ended) {
            done.add(socket.cookie());
            if (wasToldAlone(socket.cookie())) {
                return;
            }
            boolean complete = isComplete(socket);
            SocketSample owned = withOwner(socket, ended);
            if (ended.tuple().protocol() == Protocol.UDP) {
                endUdp(socket, owned, complete);
            } else if (ended.state() != SocketState.LISTEN && socket.remotePort() != 0) {
                nowClosed.add(completed(socket, owned, complete)
                        .withCounters(HookFacts.last(socket, ended.counters(), complete)));
            } else {
                nowClosed.add(owned);
            }
        }

        private SocketSample completed(SocketRecord socket, SocketSample sample, boolean complete) {
            Optional<Direction> direction = HookFacts.direction(socket, complete);
            Optional<Outcome> outcome = HookFacts.outcome(socket).or(sample::outcome);
            SocketSample placed = sample.tuple().remote().isEmpty() && socket.placed()
                    ? sample.withTuple(RecordedSockets.tuple(socket))
                    : sample;
            SocketSample directed = direction.map(placed::withDirection).orElse(placed);
            return outcome.map(directed::withOutcome).orElse(directed);
        }

        private void endUdp(SocketRecord socket, SocketSample ended, boolean complete) {
            if (ended.tuple().remote().isPresent()) {
                nowClosed.add(ended.withCounters(HookFacts.counters(socket, complete)));
            } else {
                nowClosed.add(ended);
                remotes.split(socket, ended, complete, nowClosed::add);
            }
        }

        private void live(SocketRecord socket, SocketSample living) {
            boolean complete = isComplete(socket);
            SocketSample owned = withOwner(socket, living);
            if (living.tuple().protocol() == Protocol.UDP) {
                liveUdp(socket, owned, complete);
            } else if (living.direction().isEmpty() && living.state() != SocketState.LISTEN) {
                nowOpen.add(HookFacts.direction(socket, complete)
                        .map(owned::withDirection)
                        .orElse(owned));
            } else {
                nowOpen.add(owned);
            }
        }

        private void liveUdp(SocketRecord socket, SocketSample living, boolean complete) {
            if (living.tuple().remote().isPresent()) {
                nowOpen.add(kept(living.withCounters(HookFacts.counters(socket, complete))));
            } else {
                nowOpen.add(living);
                if (socket.placed()) {
                    remotes.split(socket, living, complete, nowOpen::add);
                }
            }
        }

        /** The same instance as last time, if nothing changed. */
        private SocketSample kept(SocketSample now) {
            long cookie = Identities.cookie(now.id());
            SocketSample before = lastUdp.get(cookie);
            if (now.equals(before)) {
                return before;
            }
            lastUdp.put(cookie, now);
            return now;
        }

        /** Closed, and not in the table: told alone if no notification came within a sample. */
        private void released(SocketRecord socket) {
            if (!waiting.contains(socket.cookie())) {
                stillWaiting.add(socket.cookie());
                return;
            }
            done.add(socket.cookie());
            if (!RecordedSockets.isConnection(socket)) {
                return;
            }
            toldAlone.add(socket.cookie());
            SocketSample alone = recorded.sample(socket, SocketState.CLOSED);
            if (alone.tuple().protocol() == Protocol.UDP) {
                remotes.split(socket, alone, socket.created(), nowClosed::add);
            } else {
                nowClosed.add(alone);
            }
        }

        /** The last packets of a socket that was told already, such as its FIN, make a record without owner or payload. */
        private static boolean isRemnant(SocketRecord socket) {
            return socket.owner() == 0 && socket.received() == 0 && socket.sent() == 0;
        }

        /** Neither closed nor in the table: not bound yet, or a late packet of a socket that was told. */
        private void stray(SocketRecord socket) {
            if (socket.owner() != 0) {
                return;
            }
            long packets = socket.packetsReceived() + socket.packetsSent();
            Stray before = strays.get(socket.cookie());
            boolean idle = before != null && before.packets() == packets;
            Stray now = new Stray(packets, idle ? before.samples() + 1 : 0);
            if (now.samples() >= STRAY_PATIENCE) {
                done.add(socket.cookie());
            } else {
                straysNow.put(socket.cookie(), now);
            }
        }

        private SocketSample withOwner(SocketRecord socket, SocketSample sample) {
            Attribution known = sample.owner().attribution();
            if (known == Attribution.OWNER || !engine.ownersKnown()) {
                return sample;
            }
            Owner owner = owners.of(socket, sample.owner());
            return owner.equals(sample.owner()) ? sample : namespaces.placed(socket, sample.withOwner(owner));
        }

        private boolean isComplete(SocketRecord socket) {
            boolean younger = namespaces.isHome(socket) || socket.fromStart(); // a namespace may be met late
            return socket.created() || younger && olderThanEngine.get(socket.cookie()) == null;
        }

        /** Passes on what has no record, and makes room for others. */
        void finish() {
            open.forEach(nowOpen::add);
            closed.forEach(this::addUntold);
            for (long cookie : done) {
                engine.forget(cookie);
                remotes.forget(cookie, engine);
                lastUdp.remove(cookie);
                olderThanEngine.remove(cookie);
            }
        }

        private void addUntold(SocketSample socket) {
            if (!wasToldAlone(Identities.cookie(socket.id()))) {
                nowClosed.add(socket);
            }
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
