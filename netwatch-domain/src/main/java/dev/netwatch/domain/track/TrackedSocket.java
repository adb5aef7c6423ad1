package dev.netwatch.domain.track;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.util.Optional;
import java.util.OptionalInt;

/* One socket while it is open: its connection as last told, and what is needed to tell the next. */
final class TrackedSocket {
    private final RateMeter meter = new RateMeter();
    private SocketSample latest;
    private Connection connection;
    /** Which advance saw it last, so that those it did not see are found without a second map. */
    private long seenInRound;

    TrackedSocket(Connection first, Sample sample, long round) {
        latest = first.socket();
        connection = first;
        seenInRound = round;
        latest.counters().ifPresent(counted -> meter.measure(sample.nanos(), counted));
    }

    Connection connection() {
        return connection;
    }

    boolean wasSeenIn(long round) {
        return seenInRound == round;
    }

    /** Whether the sample is of another socket that was given the same identity: its counters fell. */
    boolean isReplacedBy(SocketSample next) {
        return next.counters().isPresent()
                && connection.counters().isPresent()
                && !next.counters().get().continues(connection.counters().get());
    }

    void advance(SocketSample next, Sample sample, long round, Annotator annotator) {
        seenInRound = round;
        boolean anotherPeer = next != latest && !next.owner().equals(latest.owner());
        SocketSample told = next == latest ? connection.socket() : completed(next);
        latest = next;
        Optional<Rate> rate = next.counters().isPresent()
                ? meter.measure(sample.nanos(), next.counters().get())
                : Optional.empty();
        if (told != connection.socket() || !rate.equals(connection.rate())) {
            connection = connection.sampled(told, rate);
        }
        if (next.direction().isPresent() && next.direction().get() != connection.direction()) {
            connection = connection.directed(next.direction().get());
            anotherPeer = true;
        }
        if (anotherPeer) { // another owner or service port is another peer to a history
            connection = connection.annotated(connection.name(), OptionalInt.empty());
        }
        connection = annotator.annotate(connection);
    }

    Connection close(Optional<SocketSample> last, Sample sample, Annotator annotator) {
        SocketSample end = last.map(this::completed).orElseGet(this::withoutEnd);
        return annotator.annotate(connection.closed(end, sample.takenAt()));
    }

    /** Closed unseen: what was counted last is a lower bound. */
    private SocketSample withoutEnd() {
        SocketSample known = connection.socket();
        return known.counters()
                .map(counted -> known.withCounters(counted.estimated()))
                .orElse(known);
    }

    /** A closing socket loses its owner, its counters and sometimes its peer before it is gone; we do not. */
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
        return withCountersOf(whole, known.counters());
    }

    private static SocketSample withCountersOf(SocketSample next, Optional<ByteCounters> known) {
        if (known.isEmpty()) {
            return next;
        }
        boolean continues = next.counters().isPresent() && next.counters().get().continues(known.get());
        return continues ? next : next.withCounters(known.get().estimated());
    }
}
