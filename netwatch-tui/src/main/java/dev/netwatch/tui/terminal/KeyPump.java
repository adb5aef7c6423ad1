package dev.netwatch.tui.terminal;

import dev.netwatch.tui.input.CharSource;
import java.io.IOException;
import org.jline.utils.NonBlockingReader;

/*
 * Carries typed characters into the inbox, on a thread of its own. It reads with a time-out, though it has nothing to do
 * when that is over: in a plain read JLine's reader holds a lock that closing the terminal needs.
 */
final class KeyPump implements Runnable {
    private static final long LONG_MILLIS = 60_000;

    private final NonBlockingReader keyboard;
    private final Inbox inbox;
    private volatile boolean stopped;

    KeyPump(NonBlockingReader keyboard, Inbox inbox) {
        this.keyboard = keyboard;
        this.inbox = inbox;
    }

    void start() {
        Thread thread = new Thread(this, "netwatch-keys");
        thread.setDaemon(true);
        thread.start();
    }

    /** To be called before the keyboard is closed: JLine logs a warning about reads after that. */
    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try {
            int unit = next();
            while (unit != CharSource.END) {
                inbox.put(unit);
                unit = next();
            }
            inbox.put(CharSource.END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A terminal that was taken away fails to read or ends: both mean that there will be no more keys. */
    private int next() {
        try {
            int unit = NonBlockingReader.READ_EXPIRED;
            while (unit == NonBlockingReader.READ_EXPIRED && !stopped) {
                unit = keyboard.read(LONG_MILLIS);
            }
            return stopped ? CharSource.END : unit;
        } catch (IOException e) {
            return CharSource.END;
        }
    }
}
