package dev.netwatch.tui.runtime;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/*
 * What a key starts and must not wait for: writing a small file, asking another program. One after the other, on a thread
 * that is there only while there is something to do.
 */
public final class Errands implements AutoCloseable {
    private static final int MOST_WAITING = 100;
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final System.Logger LOG = System.getLogger(Errands.class.getName());

    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(0, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), Errands::thread);

    private static Thread thread(Runnable errands) {
        Thread thread = new Thread(errands, "netwatch-errands");
        thread.setDaemon(true);
        return thread;
    }

    /** Does it soon. @return false if too much is waiting already, or the end has come */
    public boolean run(Runnable errand) {
        try {
            thread.execute(() -> guarded(errand));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** One errand that goes wrong does not keep the others from being run. */
    private static void guarded(Runnable errand) {
        try {
            errand.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "an errand failed", e);
        }
    }

    /** Takes no more, and waits a moment for what is under way. Idempotent. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
