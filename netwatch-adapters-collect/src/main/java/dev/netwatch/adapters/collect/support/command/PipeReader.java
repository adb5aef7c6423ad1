package dev.netwatch.adapters.collect.support.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/* Reads one pipe to its end in a thread of its own, and keeps the beginning. */
final class PipeReader implements Runnable {
    private static final int CHUNK = 8_192;

    private final InputStream pipe;
    private final int most;
    private final Runnable whenFull;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread thread = new Thread(this, "netwatch-command");
    private volatile boolean full;

    private PipeReader(InputStream pipe, int most, Runnable whenFull) {
        this.pipe = pipe;
        this.most = most;
        this.whenFull = whenFull;
    }

    /** @param whenFull called once, when more than {@code most} bytes came */
    static PipeReader of(InputStream pipe, int most, Runnable whenFull) {
        PipeReader reader = new PipeReader(pipe, most, whenFull);
        reader.thread.setDaemon(true);
        reader.thread.start();
        return reader;
    }

    /** What is beyond the bound is read and dropped, so that nobody blocks on it. */
    @Override
    public void run() {
        byte[] chunk = new byte[CHUNK];
        try (pipe) {
            for (int count = pipe.read(chunk); count >= 0; count = pipe.read(chunk)) {
                keep(chunk, count);
            }
        } catch (IOException closed) {
            // The program was ended while we read: what came until then is what there is.
        }
    }

    private void keep(byte[] chunk, int count) {
        int room;
        synchronized (kept) {
            room = most - kept.size();
            kept.write(chunk, 0, Math.min(count, room));
        }
        if (count > room && !full) {
            full = true;
            whenFull.run();
        }
    }

    boolean awaitEnd(Duration limit) throws InterruptedException {
        thread.join(limit.toMillis());
        return !thread.isAlive();
    }

    boolean isFull() {
        return full;
    }

    String text() {
        synchronized (kept) {
            return kept.toString(StandardCharsets.UTF_8);
        }
    }
}
