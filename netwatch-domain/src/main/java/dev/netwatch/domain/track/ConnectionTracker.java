package dev.netwatch.domain.track;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Follows sockets from sample to sample. The only mutable state of the domain; not thread-safe.
 *
 * <p>What a socket once was known to be (its owner, its counters) is not forgotten when it closes, and a row's totals
 * never fall.
 */
public final class ConnectionTracker {
    /** How long a row without connections is remembered, unless said otherwise. */
    public static final Duration STALE_FOR = Duration.ofHours(24);

    private static final int MOST_PAST_ROWS = 10_000;

    private final Annotator annotator;
    private final PastLedger past;
    private final Map<SocketId, TrackedSocket> open = new HashMap<>();
    /** Told as closed, yet perhaps still in the socket table (TIME_WAIT), if only from the next sample on. */
    private final Set<SocketId> lingering = new HashSet<>();

    private final RateLedger rates = new RateLedger();
    private long round;

    public ConnectionTracker(Annotator annotator) {
        this(annotator, STALE_FOR);
    }

    /** @param staleFor how long a row without connections is remembered */
    public ConnectionTracker(Annotator annotator, Duration staleFor) {
        this.annotator = annotator;
        this.past = new PastLedger(staleFor, MOST_PAST_ROWS);
    }

    /** Takes in the next sample. */
    public Tracking advance(Sample sample) {
        round++;
        rates.begin(sample.nanos());
        List<Connection> closed = new ArrayList<>();
        Listeners listeners = new Listeners(sample.open());
        Set<SocketId> ended = close(sample, listeners, closed);
        follow(sample, listeners, ended, closed);
        dropUnseen(sample, closed);
        closed.stream()
                .filter(connection -> !connection.isRemnant())
                .forEach(connection -> past.add(connection, sample.takenAt()));
        past.tidy(sample.takenAt(), annotator);
        List<Connection> now = new ArrayList<>(open.size());
        for (TrackedSocket socket : open.values()) {
            now.add(socket.connection());
            rates.add(socket.connection(), socket.carried(), socket.age());
        }
        return new Tracking(now, closed, past.entries(), past.forgotten(), rates.end());
    }

    /** A sample was due and failed. */
    public void miss() {
        rates.miss();
    }

    private Set<SocketId> close(Sample sample, Listeners listeners, List<Connection> closed) {
        Set<SocketId> ended = new HashSet<>();
        for (SocketSample last : sample.closed()) {
            TrackedSocket tracked = open.remove(last.id());
            ended.add(last.id());
            if (tracked != null) {
                closed.add(close(tracked, Optional.of(last), sample));
            } else {
                Connection unseen = first(last, sample, listeners).closed(last, sample.takenAt());
                rates.add(unseen, unseen.openedAt().isPresent() ? unseen.counters() : Optional.empty(), 0);
                closed.add(annotator.annotate(unseen));
            }
        }
        return ended;
    }

    private Connection close(TrackedSocket socket, Optional<SocketSample> last, Sample sample) {
        Connection connection = socket.close(last, sample, annotator);
        rates.add(connection, socket.carried(), socket.age() + 1); // this sample has it no more
        return connection;
    }

    private void follow(Sample sample, Listeners listeners, Set<SocketId> ended, List<Connection> closed) {
        Set<SocketId> stillThere = new HashSet<>();
        for (SocketSample socket : sample.open()) {
            if (ended.contains(socket.id()) || lingering.contains(socket.id())) {
                stillThere.add(socket.id());
            } else {
                follow(socket, sample, listeners, closed);
            }
        }
        lingering.clear();
        lingering.addAll(stillThere);
        lingering.addAll(ended);
    }

    private void follow(SocketSample socket, Sample sample, Listeners listeners, List<Connection> closed) {
        TrackedSocket tracked = open.get(socket.id());
        Optional<ByteCounters> before = Optional.empty();
        if (tracked != null && tracked.isReplacedBy(socket)) {
            closed.add(close(tracked, Optional.empty(), sample));
            before = tracked.carriedBefore(socket);
            tracked = null;
        }
        if (tracked == null) {
            Connection first = annotator.annotate(first(TrackedSocket.within(socket, before), sample, listeners));
            open.put(socket.id(), new TrackedSocket(socket, first, before, sample, round));
        } else {
            tracked.advance(socket, sample, round, annotator);
        }
    }

    private Connection first(SocketSample socket, Sample sample, Listeners listeners) {
        Direction direction = listeners.directionOf(socket);
        Instant now = sample.takenAt();
        Optional<Instant> opened = round == 1 ? Optional.empty() : Optional.of(now);
        return new Connection(
                socket,
                direction,
                now,
                opened,
                Optional.empty(),
                Optional.empty(),
                RemoteName.PENDING,
                OptionalInt.empty());
    }

    private void dropUnseen(Sample sample, List<Connection> closed) {
        Iterator<TrackedSocket> sockets = open.values().iterator();
        while (sockets.hasNext()) {
            TrackedSocket socket = sockets.next();
            if (!socket.wasSeenIn(round)) {
                closed.add(close(socket, Optional.empty(), sample));
                sockets.remove();
            }
        }
    }
}
