package dev.netwatch.adapters.resolve;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that do not keep the program alive, each behind a queue with an end. */
final class DaemonThreads {
    private DaemonThreads() {}

    /** One thread, started by its first task; a task that finds the queue full is rejected. */
    static ThreadPoolExecutor one(String name, int waiting) {
        return new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), task -> named(name, task));
    }

    /** Hands a task over, if there is room. A full queue is looked at first: it is common, and a rejection is dear. */
    static boolean offer(ThreadPoolExecutor worker, Runnable task) {
        if (worker.getQueue().remainingCapacity() == 0) {
            return false;
        }
        try {
            worker.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    static Thread named(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
