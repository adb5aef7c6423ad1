package dev.netwatch.tui.terminal;

import static org.junit.jupiter.api.Assertions.fail;

import dev.netwatch.tui.screen.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;

/** A terminal in memory: what is sent to it is on its screen, what is typed comes out at the other end. */
final class VirtualTerminal {
    private static final String FRAME_BEGINS = "\033[?2026h";
    private static final String FRAME_ENDS = "\033[?2026l";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final ScreenTerminal screen;
    private final KeptTerminal terminal;
    /** How much of what was sent is on the screen. */
    private int shown;

    VirtualTerminal(Size size) throws IOException {
        screen = new ScreenTerminal(size.columns(), size.rows());
        terminal = new KeptTerminal(new Display());
        terminal.setSize(new org.jline.terminal.Size(size.columns(), size.rows()));
    }

    /** Can be asked after it was closed what it was left like. */
    private static final class KeptTerminal extends LineDisciplineTerminal {
        private volatile Attributes left = new Attributes();

        KeptTerminal(OutputStream display) throws IOException {
            super("test", "xterm-256color", display, StandardCharsets.UTF_8);
            left = new Attributes(getAttributes());
        }

        void hangUp() throws IOException {
            slaveInputPipe.close();
        }

        @Override
        public void setAttributes(Attributes attributes) {
            super.setAttributes(attributes);
            left = new Attributes(attributes);
        }
    }

    private final class Display extends OutputStream {
        @Override
        public void write(int unit) {
            write(new byte[] {(byte) unit}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            lock.lock();
            try {
                sent.write(bytes, from, count);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void flush() {
            lock.lock();
            try {
                String all = sent.toString(StandardCharsets.UTF_8);
                int whole = endOfWholeFrames(all);
                if (whole > shown) {
                    screen.write(all.substring(shown, whole));
                    shown = whole;
                    written.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }

        /** Like a terminal with synchronized output, it shows a frame when it is whole. */
        private int endOfWholeFrames(String all) {
            int begun = all.lastIndexOf(FRAME_BEGINS);
            return begun > all.lastIndexOf(FRAME_ENDS) ? begun : all.length();
        }
    }

    Terminal terminal() {
        return terminal;
    }

    /** As they were set last. */
    Attributes attributes() {
        return terminal.left;
    }

    /** Takes the keyboard away. */
    void hangUp() throws IOException {
        terminal.hangUp();
    }

    void type(String keys) {
        try {
            terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void resize(Size size) {
        lock.lock();
        try {
            screen.setSize(size.columns(), size.rows());
        } finally {
            lock.unlock();
        }
        terminal.setSize(new org.jline.terminal.Size(size.columns(), size.rows()));
        terminal.raise(Terminal.Signal.WINCH);
    }

    /** As after a stop, during which a shell used the terminal its way. */
    void goOnAfter(Attributes ofShell) {
        lock.lock();
        try {
            screen.write("\033[?1049l\033[2J\033[Huser@shell$ fg\n");
        } finally {
            lock.unlock();
        }
        terminal.setAttributes(ofShell);
        terminal.raise(Terminal.Signal.CONT);
    }

    /** All that was ever sent. */
    String sent() {
        lock.lock();
        try {
            return sent.toString(StandardCharsets.UTF_8);
        } finally {
            lock.unlock();
        }
    }

    String text() {
        lock.lock();
        try {
            return screen.toString();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the screen is as wanted, and returns it. */
    String await(Predicate<String> wanted) {
        lock.lock();
        try {
            long left = PATIENCE.toNanos();
            while (!wanted.test(screen.toString())) {
                if (left <= 0) {
                    return fail("it never looked as expected:\n" + screen);
                }
                left = written.awaitNanos(left);
            }
            return screen.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail(e);
        } finally {
            lock.unlock();
        }
    }

    String await(String part) {
        return await(text -> text.contains(part));
    }

    static void join(Thread thread) throws InterruptedException {
        thread.join(TimeUnit.NANOSECONDS.toMillis(PATIENCE.toNanos()));
        if (thread.isAlive()) {
            fail("it does not end");
        }
    }
}
