package dev.netwatch.adapters.collect.linux;

import dev.netwatch.adapters.collect.support.ebpf.SocketRecord;
import dev.netwatch.adapters.collect.support.ebpf.SocketRecords;
import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Outcome;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/*
 * The table is read first, the records after it: a socket of the table has then a record of the same age or younger. A
 * record whose socket was closed and is not in the table waits one sample for the notification of its end, which knows
 * more; if none comes (reset, failed, other namespace), the record tells alone.
 */
/** Merges the kernel's socket table with the programs' records, by cookie. Not thread-safe. */
final class EbpfSession implements AutoCloseable {
    private final SocketRecords records;
    private final HookOwners owners;
    private final NetworkNamespaces namespaces;
    private final RecordedSockets recorded;
    private final UdpRemotes remotes;
    private final TableIndex open = new TableIndex();
    private final LongMap<SocketSample> closed = new LongMap<>();
    private final LongMap<Boolean> olderThanRecords = new LongMap<>();
    private final LongMap<SocketSample> lastUdp = new LongMap<>();
    private final Strays strays = new Strays();
    private final ToldAlone toldAlone = new ToldAlone();
    private Set<Long> waiting = new HashSet<>();
    private Set<Long> stillWaiting = new HashSet<>();
    private boolean first = true;

    /** Over one namespace alone. */
    EbpfSession(SocketRecords records, HookOwners owners, Namespace here, LinuxSystem system) {
        this(records, owners, NamespaceView.alone(here), system);
    }

    /** @param view of the tables that the samples to {@link #merge} come from */
    EbpfSession(SocketRecords records, HookOwners owners, NamespaceView view, LinuxSystem system) {
        this.records = records;
        this.owners = owners;
        namespaces = new NetworkNamespaces(system.proc(), view, records.netnsCookie());
        recorded = new RecordedSockets(namespaces, owners, records.ownersKnown());
        remotes = new UdpRemotes(records, new UdpDirections(EphemeralPorts.read(system.proc())));
    }

    Sample merge(Sample table) {
        index(table);
        remotes.read(table.nanos());
        Merge merge = new Merge();
        records.forEachSocket(merge::take);
        merge.finish();
        waiting = stillWaiting;
        stillWaiting = new HashSet<>();
        strays.next();
        toldAlone.next();
        return new Sample(
                table.takenAt(),
                table.nanos(),
                merge.nowOpen,
                merge.nowClosed,
                EbpfCoverage.of(table.coverage(), records.drainLosses(), records.notices()));
    }

    private void index(Sample table) {
        open.read(table.open());
        if (first) {
            first = false;
            open.forEachCookie(cookie -> olderThanRecords.put(cookie, Boolean.TRUE));
        }
        closed.clear();
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
            TableIndex.Entry living = open.get(socket.cookie());
            if (living != null) {
                if (living.socket().state() != SocketState.TIME_WAIT) {
                    live(socket, living);
                }
            } else if (socket.releasedAt() != 0) {
                released(socket);
            } else if (namespaces.isListed(socket) || isRemnant(socket)) {
                stray(socket);
            } else if (RecordedSockets.isConnection(socket)) {
                alone(socket, RecordedSockets.state(socket), nowOpen);
            }
        }

        /** Tells what no table shows. */
        private void alone(SocketRecord socket, SocketState state, List<SocketSample> told) {
            SocketSample alone = recorded.sample(socket, state);
            if (alone.tuple().protocol() == Protocol.UDP) {
                remotes.split(socket, alone, socket.created(), told::add, nowClosed::add);
            } else {
                told.add(alone);
            }
        }

        /** The table and the notifications know it; the record adds what they cannot. */
        private void end(SocketRecord socket, SocketSample ended) {
            done.add(socket.cookie());
            if (toldAlone.remove(socket.cookie())) {
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
                remotes.split(socket, ended, complete, nowClosed::add, nowClosed::add);
            }
        }

        private void live(SocketRecord socket, TableIndex.Entry entry) {
            SocketSample living = entry.socket();
            boolean listens = living.state() == SocketState.LISTEN;
            if (living.tuple().protocol() == Protocol.UDP) {
                liveUdp(socket, entry);
            } else if (living.direction().isEmpty() && !listens) {
                SocketSample owned = withOwner(socket, living);
                entry.tell(HookFacts.direction(socket, isComplete(socket))
                        .map(owned::withDirection)
                        .orElse(owned));
            } else if (living.owner().attribution() != Attribution.OWNER) {
                entry.tell(withOwner(socket, living));
            }
        }

        private void liveUdp(SocketRecord socket, TableIndex.Entry entry) {
            boolean complete = isComplete(socket);
            SocketSample living = withOwner(socket, entry.socket());
            if (living.tuple().remote().isPresent()) {
                entry.tell(kept(living.withCounters(HookFacts.counters(socket, complete))));
            } else {
                entry.tell(living);
                if (socket.placed()) {
                    remotes.split(socket, living, complete, nowOpen::add, nowClosed::add);
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
            alone(socket, SocketState.CLOSED, nowClosed);
        }

        /** The last packets of a socket that was told already, such as its FIN, make a record without owner or payload. */
        private static boolean isRemnant(SocketRecord socket) {
            return socket.owner() == 0 && socket.received() == 0 && socket.sent() == 0;
        }

        /** Neither closed nor in the table: not bound yet, or a late packet of a socket that was told. */
        private void stray(SocketRecord socket) {
            if (socket.owner() == 0 && strays.isOver(socket)) {
                done.add(socket.cookie());
            }
        }

        private SocketSample withOwner(SocketRecord socket, SocketSample sample) {
            Attribution known = sample.owner().attribution();
            if (known == Attribution.OWNER || !records.ownersKnown()) {
                return sample;
            }
            Owner owner = owners.of(socket, sample.owner());
            return owner.equals(sample.owner()) ? sample : namespaces.placed(socket, sample.withOwner(owner));
        }

        private boolean isComplete(SocketRecord socket) {
            boolean younger = namespaces.isHome(socket) || socket.fromStart(); // a namespace may be met late
            return socket.created() || younger && olderThanRecords.get(socket.cookie()) == null;
        }

        /** Passes on what has no record, and makes room for others. */
        void finish() {
            open.forEach(nowOpen::add);
            closed.forEach(this::addUntold);
            for (long cookie : done) {
                records.forget(cookie);
                remotes.forget(cookie);
                lastUdp.remove(cookie);
                olderThanRecords.remove(cookie);
            }
        }

        private void addUntold(SocketSample socket) {
            if (!toldAlone.remove(Identities.cookie(socket.id()))) {
                nowClosed.add(socket);
            }
        }
    }

    @Override
    public void close() {
        records.close();
    }
}
