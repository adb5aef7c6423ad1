package dev.netwatch.tui.runtime;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.PeerMemory;
import dev.netwatch.domain.track.Annotator;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.domain.track.ConnectionTracker;
import dev.netwatch.domain.track.Sampler;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.domain.track.SourceSelector;
import dev.netwatch.tui.config.NetwatchConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One run of watching: a source that is sampled, names and memories that come beside it, a history that is written
 * behind it. One thread opens, ticks and closes.
 */
public final class Session implements AutoCloseable {
    /** A user who quits the dashboard wants their prompt back; a command that has told its story may write it down. */
    static final Duration PATIENCE_OF_A_SCREEN = Duration.ofSeconds(1);

    private static final Duration PATIENCE_OF_A_COMMAND = Duration.ofSeconds(15);
    private static final Duration ROUND = Duration.ofMillis(10);

    private final Backend backend;
    private final Sampler sampler;
    private final Memories memories;
    private final Optional<HistoryWriter> writer;
    private final Optional<DatabaseThread> database;

    /**
     * Chooses the source and starts the database thread, for a plain command.
     *
     * @throws dev.netwatch.domain.notice.SourceException if no source works, or the chosen one does not
     */
    public static Session open(Backend backend, NetwatchConfig config) {
        return new Session(
                backend, config, Memories.of(config, backend.clock(), () -> {}, () -> {}), PATIENCE_OF_A_COMMAND);
    }

    /** @param patience how long the end waits for a slow disk */
    Session(Backend backend, NetwatchConfig config, Memories memories, Duration patience) {
        SourceSelector selector = new SourceSelector(backend.sources());
        SourceSelector.Choice choice = SourceChoice.of(selector, config);
        this.backend = backend;
        this.memories = memories;
        Wake wake = new Wake();
        this.writer = backend.memory()
                .map(memory -> new HistoryWriter(memory.history(), memories.marks(), backend.clock(), wake));
        this.database = backend.memory().map(memory -> databaseThread(memory, writer.orElseThrow(), patience));
        database.ifPresent(thread -> {
            wake.thread = Optional.of(thread);
            thread.start();
        });
        PeerMemory peers = writer.<PeerMemory>map(memory -> memory).orElse(PeerMemory.NONE);
        ConnectionTracker tracker = new ConnectionTracker(new Annotator(backend.names(), peers), config.staleFor());
        this.sampler = new Sampler(selector, choice, tracker);
    }

    /* The writer wakes a thread that needs the writer to be made. */
    private static final class Wake implements Runnable {
        private volatile Optional<DatabaseThread> thread = Optional.empty();

        @Override
        public void run() {
            thread.ifPresent(DatabaseThread::wake);
        }
    }

    private DatabaseThread databaseThread(Backend.Memory memory, HistoryWriter history, Duration patience) {
        List<Chore> chores = List.of(
                memories.exclusions().storedIn(memory.exclusions()),
                memories.marks().storedIn(memory.history()),
                memories.lookups().answeredBy(memory.history()),
                history);
        return new DatabaseThread(chores, memory.close(), memory.clock(), patience);
    }

    /** Samples once, and hands what was seen to the history. */
    public Snapshot tick() {
        Snapshot snapshot = sampler.tick();
        writer.ifPresent(history -> history.offer(snapshot));
        return snapshot;
    }

    /** Whether a history is kept. */
    boolean remembers() {
        return database.isPresent();
    }

    /** There is something for the database thread to do. */
    void wake() {
        database.ifPresent(DatabaseThread::wake);
    }

    /** The bytes of today, up to this snapshot; empty where nobody counts them. */
    Optional<ByteCounters> today(Snapshot now) {
        return writer.flatMap(history -> history.today(now));
    }

    /** What is hidden, as far as it is known by now. */
    public Set<Exclusion> exclusions() {
        return memories.exclusions().all();
    }

    /** What the user should know, beside the snapshot's own notices. */
    public List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        backend.memory().ifPresent(memory -> notices.addAll(memory.notices().get()));
        for (Notice notice : database.map(DatabaseThread::notices).orElse(List.of())) {
            if (notices.stream().noneMatch(told -> told.sentence().equals(notice.sentence()))) {
                notices.add(notice);
            }
        }
        writer.ifPresent(history -> notices.addAll(history.notices()));
        return notices;
    }

    /**
     * Waits until the memories of these connections have come, and their host names if wanted; not longer than so long.
     */
    public void settle(Collection<Connection> connections, boolean names, Duration patience) {
        Stop nobody = new Stop();
        List<Connection> pending = new ArrayList<>(names ? connections : List.of());
        for (long rounds = patience.dividedBy(ROUND); rounds > 0; rounds--) {
            pending.removeIf(connection -> !(nameOf(connection).host() instanceof Answer.Pending));
            if (pending.isEmpty() && isRemembered() || nobody.await(ROUND.toNanos())) {
                return;
            }
        }
    }

    private boolean isRemembered() {
        return database.isEmpty()
                || database.get().isFailing()
                || memories.exclusions().isRead() && writer.orElseThrow().isSettled();
    }

    /** The same connection with what has been learned since it was sampled. */
    public Connection refreshed(Connection connection) {
        OptionalInt runs = connection.otherRuns();
        boolean marked = connection.marked();
        if (writer.isPresent() && connection.fingerprint().isPresent()) {
            Fingerprint peer = connection.fingerprint().get();
            runs = runs.isEmpty() ? writer.get().otherRuns(peer) : runs;
            marked |= writer.get().isMarked(peer);
        }
        return connection.annotated(nameOf(connection), runs, marked);
    }

    private RemoteName nameOf(Connection connection) {
        return connection
                .remote()
                .map(peer -> backend.names().nameOf(peer.address()))
                .orElse(connection.name());
    }

    /** Ends in the order of what needs what; waits for a disk no longer than its patience. */
    @Override
    public void close() {
        sampler.close();
        backend.names().close(); // which keeps names in the store, and would open it again
        closeMemory();
    }

    /** Writes what is left and closes the store; idempotent, from any thread. */
    void closeMemory() {
        database.ifPresent(DatabaseThread::close);
    }
}
