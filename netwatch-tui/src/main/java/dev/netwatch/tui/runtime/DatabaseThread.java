package dev.netwatch.tui.runtime;

import dev.netwatch.domain.notice.HistoryException;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/*
 * The one thread that talks to the database, so that a slow disk holds nobody else. A disk that fails is told of once
 * and tried again after a while, then after twice that while, and so on. At the end it gets some patience to write what
 * it has, waiting for other netwatch processes that write too; a disk that hangs longer is left behind, for the thread
 * is a daemon.
 */
final class DatabaseThread implements AutoCloseable {
    /** The code of a notice that says: somebody else is writing. The only failure that soon mends itself. */
    static final String BUSY = "history-busy";

    private static final Notice LATE =
            Notice.warning("history-late", "The disk did not answer in time; the latest history is not written.");
    private static final System.Logger LOG = System.getLogger(DatabaseThread.class.getName());
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(2);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final long REST_MILLIS = 1000;

    private final List<Chore> chores;
    private final Runnable end;
    private final Clock clock;
    private final Duration patienceAtTheEnd;
    private final Semaphore wake = new Semaphore(0);
    private final Stop stop = new Stop();
    private final Thread thread = new Thread(this::run, "netwatch-database");
    private Duration backOff = FIRST_BACK_OFF;
    private long retryAt;
    private volatile Optional<Notice> failure = Optional.empty();
    private volatile Optional<Long> busySince = Optional.empty();
    private volatile boolean leftBehind;

    /**
     * @param end what to do after the last chore, on the same thread
     * @param patienceAtTheEnd how long {@link #close} waits for that
     */
    DatabaseThread(List<Chore> chores, Runnable end, Clock clock, Duration patienceAtTheEnd) {
        this.chores = List.copyOf(chores);
        this.end = end;
        this.clock = clock;
        this.patienceAtTheEnd = patienceAtTheEnd;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** There is something to do. Answers at once; any thread. */
    void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    /** What the user should know of the disk now, or in the end of what was not written; any thread. */
    List<Notice> notices() {
        if (leftBehind && thread.isAlive()) {
            return List.of(LATE);
        }
        List<Notice> notices = new ArrayList<>();
        failure.ifPresent(notices::add);
        busySince
                .filter(since -> clock.nanos() - since > SLOW.toNanos())
                .ifPresent(since -> notices.add(Notice.warning(
                        "history-slow",
                        "The disk has not answered for more than " + SLOW.toSeconds()
                                + " s; history is written later, or lost if netwatch ends before.")));
        return notices;
    }

    private void run() {
        try {
            while (!stop.isAsked()) {
                step(false);
                rest();
            }
            lastRound();
        } catch (RuntimeException e) { // our own mistake: the screen goes on without history, and says so
            LOG.log(System.Logger.Level.ERROR, "the database thread ended", e);
            failure = Optional.of(
                    Notice.error("history-broken", "History is no longer written: an error in netwatch; see the log."));
        } finally {
            end.run();
        }
    }

    /* What a run has seen is counted for good only now; that others are writing is no reason to lose it. */
    private void lastRound() {
        step(true);
        while (!leftBehind && failure.filter(told -> told.code().equals(BUSY)).isPresent()) {
            rest();
            step(true);
        }
    }

    /** Whether the disk fails at the moment. */
    boolean isFailing() {
        return failure.isPresent();
    }

    private void rest() {
        try {
            if (wake.tryAcquire(REST_MILLIS, TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            stop.ask();
        }
    }

    /** One round of all chores, unless the disk failed a moment ago. */
    void step(boolean last) {
        if (failure.isPresent() && !last && clock.nanos() - retryAt < 0) {
            return;
        }
        busySince = Optional.of(clock.nanos());
        try {
            chores.forEach(chore -> chore.attend(last));
            failure = Optional.empty();
            backOff = FIRST_BACK_OFF;
        } catch (HistoryException e) {
            failed(e);
        } finally {
            busySince = Optional.empty();
        }
    }

    private void failed(HistoryException e) {
        if (failure.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, e.notice().sentence(), e);
        }
        failure = Optional.of(e.notice());
        retryAt = clock.nanos() + backOff.toNanos();
        backOff = backOff.multipliedBy(2).compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : backOff.multipliedBy(2);
    }

    /** Writes what waits and ends; waits for that no longer than its patience. */
    @Override
    public void close() {
        stop.ask();
        wake();
        try {
            thread.join(patienceAtTheEnd.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        leftBehind = true;
        if (thread.isAlive()) {
            LOG.log(System.Logger.Level.WARNING, LATE.sentence());
        }
    }
}
