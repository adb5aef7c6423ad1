package dev.netwatch.tui.terminal;

import dev.netwatch.tui.input.CharSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/*
 * Where the one thread that draws waits for everything there is to wait for: typed characters, new data, another size.
 * JLine's reader waits for characters only, so a thread of our own reads them (blocking, without JLine's ten polls a
 * second) and puts them here.
 */
final class Inbox implements CharSource {
    /** Something other than the keyboard has news. */
    static final int WOKEN = -3;

    private static final int CAPACITY = 4096;
    private static final long SLICE_MILLIS = 4;

    private final BlockingQueue<Integer> events = new LinkedBlockingQueue<>(CAPACITY);
    private final AtomicBoolean waking = new AtomicBoolean();

    /** A UTF-16 unit or {@link #END}; waits while nobody takes any. */
    void put(int unit) throws InterruptedException {
        events.put(unit);
    }

    /** Ends a wait now, or the next one. Where the queue is full, nobody is waiting. */
    void wake() {
        if (waking.compareAndSet(false, true) && !events.offer(WOKEN)) {
            waking.set(false);
        }
    }

    /** @return a unit, {@link #EXPIRED}, {@link #END} or {@link #WOKEN} */
    int take(long millis) throws InterruptedException {
        Integer event = events.poll(millis, TimeUnit.MILLISECONDS);
        if (event == null) {
            return EXPIRED;
        }
        if (event == WOKEN) {
            waking.set(false);
        }
        return event;
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /**
     * For the middle of a key: news do not break it, they are looked at after each key anyway. It waits in slices, and one
     * more: while the garbage collector stops everybody the time runs on, and the rest of an arrow key, on its way from
     * the other thread, would come too late; then the Esc it begins with would end the program.
     */
    @Override
    public int read(long millis) {
        try {
            for (long left = millis; left > -SLICE_MILLIS; left -= SLICE_MILLIS) {
                int event = take(SLICE_MILLIS);
                if (event != EXPIRED && event != WOKEN) {
                    return event;
                }
            }
            return EXPIRED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return END;
        }
    }
}
