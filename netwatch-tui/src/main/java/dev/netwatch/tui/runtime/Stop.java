package dev.netwatch.tui.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request to stop, and a wait that it ends. Thread-safe. */
public class Stop {
    private final CountDownLatch asked = new CountDownLatch(1);

    /** Asks; more than once changes nothing. */
    public void ask() {
        asked.countDown();
    }

    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    /**
     * Waits so long, or until somebody asks to stop; an interrupt asks too.
     *
     * @return whether to stop
     */
    public boolean await(long nanos) {
        try {
            return asked.await(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ask();
            return true;
        }
    }
}
