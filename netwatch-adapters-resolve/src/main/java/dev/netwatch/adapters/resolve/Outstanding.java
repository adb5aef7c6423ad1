package dev.netwatch.adapters.resolve;

/** Counts what is under way, so that tests can wait for its end. Thread-safe. */
final class Outstanding {
    private int count;

    synchronized void begin() {
        count++;
    }

    synchronized void end() {
        count--;
        if (count == 0) {
            notifyAll();
        }
    }

    synchronized void awaitNone() throws InterruptedException {
        while (count > 0) {
            wait();
        }
    }
}
