package dev.netwatch.domain.track;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.Scope;
import dev.netwatch.domain.sample.SocketSample;
import java.util.Optional;
import java.util.OptionalInt;

/* One socket while it is open: its connection as last told, and what is needed to tell the next. */
final class TrackedSocket {
    private static final Optional<ByteCounters> NOTHING = Optional.of(ByteCounters.exact(0, 0));

    /** What the socket had carried for another peer before; not this connection's. */
    private final Optional<ByteCounters> before;

    private final RateMeter meter = new RateMeter();
    private final long firstRound;
    private SocketSample latest;
    private Connection connection;
    /** Which advance saw it last, so that those it did not see are found without a second map. */
    private long seenInRound;
    /** Since the sample before; of a socket that opened meanwhile, all. */
    private Optional<ByteCounters> carried;

    TrackedSocket(SocketSample raw, Connection first, Optional<ByteCounters> before, Sample sample, long round) {
        this.before = before;
        latest = raw;
        connection = first;
        firstRound = round;
        seenInRound = round;
        carried = first.openedAt().isPresent() ? first.counters() : Optional.empty();
        first.counters().ifPresent(counted -> meter.measure(sample.nanos(), counted));
    }

    Connection connection() {
        return connection;
    }

    /** What the connection carried since the sample before; empty where that was not measured. */
    Optional<ByteCounters> carried() {
        return carried;
    }

    /** How many samples saw it before the latest one that did. */
    long age() {
        return seenInRound - firstRound;
    }

    boolean wasSeenIn(long round) {
        return seenInRound == round;
    }

    /**
     * Whether the sample is of another connection with the same identity: of another socket, since its counters fell, or
     * of a UDP socket that was connected to another peer, which connect(2) allows.
     */
    boolean isReplacedBy(SocketSample next) {
        return hasAnotherPeer(next)
                || !continues(next.counters(), before)
                || !continues(within(next, before).counters(), connection.counters());
    }

    private boolean hasAnotherPeer(SocketSample next) {
        Optional<Endpoint> known = connection.remote();
        Optional<Endpoint> remote = next.tuple().remote();
        return connection.protocol() == Protocol.UDP
                && known.isPresent()
                && remote.isPresent()
                && !remote.equals(known);
    }

    private static boolean continues(Optional<ByteCounters> next, Optional<ByteCounters> known) {
        return next.isEmpty() || known.isEmpty() || next.get().continues(known.get());
    }

    /** What is not the replacement's: all that the socket carried, where it only went on to another peer. */
    Optional<ByteCounters> carriedBefore(SocketSample replacement) {
        Optional<ByteCounters> carried = latest.counters().or(() -> before);
        return hasAnotherPeer(replacement) && continues(replacement.counters(), carried) ? carried : Optional.empty();
    }

    /** The part of the sample's bytes that came after these; when exactly the peer changed, nobody saw. */
    static SocketSample within(SocketSample sample, Optional<ByteCounters> before) {
        return sample.counters().isEmpty() || before.isEmpty() || !continues(sample.counters(), before)
                ? sample
                : sample.withCounters(
                        sample.counters().get().minus(before.get()).estimated());
    }

    void advance(SocketSample next, Sample sample, long round, Annotator annotator) {
        seenInRound = round;
        Optional<ByteCounters> earlier = connection.counters();
        boolean anotherPeer = next != latest && !next.owner().equals(latest.owner());
        SocketSample own = within(next, before);
        SocketSample told = next == latest ? connection.socket() : completed(own);
        latest = next;
        Optional<Rate> rate = own.counters().isPresent()
                ? meter.measure(sample.nanos(), own.counters().get())
                : Optional.empty();
        if (told != connection.socket() || !rate.equals(connection.rate())) {
            connection = connection.sampled(told, rate, sample.takenAt());
        }
        carried = between(earlier, connection.counters());
        if (next.direction().isPresent() && next.direction().get() != connection.direction()) {
            connection = connection.directed(next.direction().get());
            anotherPeer = true;
        }
        if (anotherPeer) { // another owner or service port is another peer to a history
            connection = connection.annotated(connection.name(), OptionalInt.empty(), false);
        }
        connection = annotator.annotate(connection);
    }

    Connection close(Optional<SocketSample> last, Sample sample, Annotator annotator) {
        SocketSample end = last.map(seen -> completed(within(seen, before))).orElseGet(this::withoutEnd);
        carried = between(connection.counters(), end.counters());
        return annotator.annotate(connection.closed(end, sample.takenAt()));
    }

    private static Optional<ByteCounters> between(Optional<ByteCounters> earlier, Optional<ByteCounters> later) {
        if (earlier.isEmpty() || later.isEmpty() || !later.get().continues(earlier.get())) {
            return Optional.empty();
        }
        return later.equals(earlier) ? NOTHING : Optional.of(later.get().minus(earlier.get()));
    }

    /** Closed unseen: what was counted last is a lower bound. */
    private SocketSample withoutEnd() {
        SocketSample known = connection.socket();
        return known.counters()
                .map(counted -> known.withCounters(counted.estimated()))
                .orElse(known);
    }

    /** A closing socket loses its owner, its place, its counters and sometimes its peer before it is gone; we do not. */
    private SocketSample completed(SocketSample next) {
        SocketSample known = connection.socket();
        SocketSample whole = next;
        if (whole.tuple().remote().isEmpty() && known.tuple().remote().isPresent()) {
            whole = whole.withTuple(known.tuple());
        }
        if (whole.owner().process().isEmpty() && known.owner().process().isPresent()) {
            whole = whole.withOwner(known.owner());
        } else if (whole.owner().uid().isEmpty()
                && known.owner().uid().isPresent()
                && whole.owner().process().isEmpty()) {
            Owner owner = whole.owner();
            whole = whole.withOwner(new Owner(
                    owner.attribution(),
                    owner.process(),
                    known.owner().uid(),
                    known.owner().user()));
        }
        if (whole.metrics().isEmpty() && known.metrics().isPresent()) {
            whole = whole.withMetrics(known.metrics().get());
        }
        return withCountersOf(inPlaceOf(whole, known.scope()), known.counters());
    }

    private static SocketSample inPlaceOf(SocketSample next, Scope known) {
        boolean lost = next.scope().container().isEmpty() && next.scope().unit().isEmpty();
        boolean was = known.container().isPresent() || known.unit().isPresent();
        return lost && was ? next.withScope(next.scope().runningIn(known.container(), known.unit())) : next;
    }

    private static SocketSample withCountersOf(SocketSample next, Optional<ByteCounters> known) {
        if (known.isEmpty()) {
            return next;
        }
        boolean continues = next.counters().isPresent() && next.counters().get().continues(known.get());
        return continues ? next : next.withCounters(known.get().estimated());
    }
}
