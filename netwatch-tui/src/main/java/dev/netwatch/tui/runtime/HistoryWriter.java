package dev.netwatch.tui.runtime;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.history.Observation;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.HistoryRepository;
import dev.netwatch.domain.port.PeerMemory;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.domain.track.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/*
 * Between the sampler, which must not wait, and the history, which may.
 *
 * Of open connections only the latest snapshot matters, for an observation replaces the one before it; closed ones are
 * told once and therefore queued. So the memory is bounded by one snapshot and one queue, and a disk that hangs costs
 * closed connections only when the queue is full; these are counted and told.
 */
final class HistoryWriter implements PeerMemory, Chore {
    static final int MOST_WAITING = 50_000;

    private static final int MOST_REMEMBERED = 200_000;
    /** What one transaction takes: if the program ends meanwhile, only the latest of several is lost. */
    static final int AT_ONCE = 2_000;

    private static final Duration BETWEEN_BATCHES = Duration.ofSeconds(5);
    /** An idle connection is written again after so long, for its last sighting. */
    private static final Duration STILL_THERE = Duration.ofMinutes(1);

    private record Written(Connection connection, long nanos) {}

    private final HistoryRepository history;
    private final Clock clock;
    private final Runnable wake;
    private final Map<Fingerprint, Integer> known = new ConcurrentHashMap<>();
    private final Set<Fingerprint> wanted = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Snapshot> latest = new AtomicReference<>(Snapshot.MEASURING);
    private final BlockingQueue<Connection> closed;
    private final PeerMarks marks;
    private final DayTotal day = new DayTotal();
    private final AtomicLong dropped = new AtomicLong();

    // Of the database thread alone:
    private final Map<SocketId, Observation> waiting = new LinkedHashMap<>();
    private Map<SocketId, Written> written = new HashMap<>();
    private Snapshot lastWritten = Snapshot.MEASURING;
    private Optional<Long> lastBatch = Optional.empty();

    /** @param wake tells the database thread that there is something to look up */
    HistoryWriter(HistoryRepository history, PeerMarks marks, Clock clock, Runnable wake) {
        this(history, marks, clock, wake, MOST_WAITING);
    }

    HistoryWriter(HistoryRepository history, PeerMarks marks, Clock clock, Runnable wake, int mostWaiting) {
        this.history = history;
        this.marks = marks;
        this.clock = clock;
        this.wake = wake;
        this.closed = new LinkedBlockingQueue<>(mostWaiting);
    }

    /** Hands over what is to be written; answers at once. Called by the sampler. */
    void offer(Snapshot snapshot) {
        if (snapshot.failure().isPresent()) {
            return; // nothing new in it
        }
        latest.set(snapshot);
        for (Connection connection : snapshot.tracking().closed()) {
            if (!closed.offer(connection)) {
                dropped.incrementAndGet();
            }
        }
    }

    @Override
    public OptionalInt otherRuns(Fingerprint peer) {
        Integer runs = known.get(peer);
        if (runs != null) {
            return OptionalInt.of(runs);
        }
        if (wanted.size() < MOST_WAITING && wanted.add(peer)) {
            wake.run();
        }
        return OptionalInt.empty();
    }

    @Override
    public boolean isMarked(Fingerprint peer) {
        return marks.isMarked(peer);
    }

    /** The bytes of today, up to this snapshot; any thread. */
    Optional<ByteCounters> today(Snapshot now) {
        return day.with(now);
    }

    /** Whether every question has been answered. */
    boolean isSettled() {
        return wanted.isEmpty();
    }

    /** What the user should know; any thread. */
    List<Notice> notices() {
        long lost = dropped.get();
        return lost == 0
                ? List.of()
                : List.of(Notice.warning(
                        "history-dropped",
                        lost + " closed connections are missing from the history: the disk is too slow, or fails."));
    }

    @Override
    public void attend(boolean last) {
        if (!last) {
            lookUp();
        }
        boolean due = lastBatch.isEmpty() || clock.nanos() - lastBatch.get() >= BETWEEN_BATCHES.toNanos();
        if (last || due && !latest.get().isMeasuring()) {
            lastBatch = Optional.of(clock.nanos());
            write(last);
        }
    }

    private void lookUp() {
        List<Fingerprint> batch = new ArrayList<>(wanted);
        if (batch.isEmpty()) {
            return;
        }
        if (known.size() > MOST_REMEMBERED) {
            known.clear(); // a connection keeps what it was told; only new ones ask again
        }
        Map<Fingerprint, Integer> runs = history.otherRuns(batch);
        marks.learn(history.marked(
                batch.stream().filter(peer -> runs.getOrDefault(peer, 0) == 0).toList()));
        known.putAll(runs);
        batch.forEach(wanted::remove);
    }

    private void write(boolean last) {
        List<Connection> ended = new ArrayList<>();
        closed.drainTo(ended);
        Snapshot now = latest.get(); // after that: an older one would have them open still, and undo their end
        ended.forEach(connection -> await(connection, now));
        boolean all = last && now != lastWritten;
        Map<SocketId, Written> open = new HashMap<>();
        for (Connection connection : now.tracking().open()) {
            Written before = written.get(connection.id());
            boolean due = before == null || all || isWorthWriting(before, connection);
            open.put(connection.id(), due ? new Written(connection, clock.nanos()) : before);
            if (due) {
                await(connection, now);
            }
            if (waiting.size() >= AT_ONCE) {
                flush();
            }
        }
        flush();
        written = open;
        lastWritten = now;
        day.written(now, history);
    }

    private void flush() {
        while (!waiting.isEmpty()) {
            List<Observation> batch = waiting.values().stream().limit(AT_ONCE).toList();
            history.record(batch);
            batch.forEach(seen -> waiting.remove(seen.socket()));
        }
    }

    private boolean isWorthWriting(Written before, Connection now) {
        return !before.connection().counters().equals(now.counters())
                || !before.connection().fingerprint().equals(now.fingerprint())
                || clock.nanos() - before.nanos() >= STILL_THERE.toNanos();
    }

    /* What a failing disk leaves waiting is bounded too; the oldest goes first. */
    private void await(Connection connection, Snapshot now) {
        connection.observation(now.at().orElseGet(clock::now)).ifPresent(seen -> {
            waiting.remove(seen.socket());
            waiting.put(seen.socket(), seen);
        });
        if (waiting.size() > MOST_WAITING) {
            waiting.remove(waiting.keySet().iterator().next());
            dropped.incrementAndGet();
        }
    }
}
