package dev.netwatch.tui.terminal;

import dev.netwatch.tui.input.CharSource;
import java.io.IOException;
import java.io.Reader;

/* Carries typed characters into the inbox, on a thread of its own, which sleeps in read(2). */
final class KeyPump implements Runnable {
    private final Reader keyboard;
    private final Inbox inbox;

    KeyPump(Reader keyboard, Inbox inbox) {
        this.keyboard = keyboard;
        this.inbox = inbox;
    }

    void start() {
        Thread thread = new Thread(this, "netwatch-keys");
        thread.setDaemon(true);
        thread.start();
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
            return keyboard.read();
        } catch (IOException e) {
            return CharSource.END;
        }
    }
}
