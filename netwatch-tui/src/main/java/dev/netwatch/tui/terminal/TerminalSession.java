package dev.netwatch.tui.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.ShutdownHooks;
import org.jspecify.annotations.Nullable;

/*
 * The terminal while the dashboard has it: raw, alternate screen, no cursor, cursor keys in application mode, pasted text
 * in brackets. However the program ends (quit, exception, SIGTERM, SIGHUP, SIGINT), close() undoes all that in reverse.
 *
 * The hook is added before JLine builds the terminal, because JLine's own hook closes it: hooks run in the order they
 * were added, and on a closed terminal nothing can be undone.
 *
 * Ctrl-C comes as a character, not as a signal, so quitting has one path; Ctrl-Z and Ctrl-\ come as characters too and
 * mean nothing (a JVM would answer Ctrl-\ with a thread dump on the screen).
 */
final class TerminalSession implements AutoCloseable {
    private static final String PASTE_BRACKETS_ON = "\033[?2004h";
    private static final String PASTE_BRACKETS_OFF = "\033[?2004l";
    /** Buttons and wheel, without motion; in a form that has no end at column 223. */
    private static final String MOUSE_ON = "\033[?1000h\033[?1006h";

    private static final String MOUSE_OFF = "\033[?1006l\033[?1000l";
    private static final long PATIENCE_MILLIS = 500;

    private final ShutdownHooks.Task hook = this::close;
    /** Held while painting, so that nothing is painted on a screen that has been given back. */
    private final ReentrantLock painting = new ReentrantLock();

    private @Nullable Terminal terminal;
    private @Nullable Attributes before;
    private Attributes raw = new Attributes();
    private final AtomicBoolean resumed = new AtomicBoolean();
    private volatile Runnable onResume = () -> {};
    private Optional<LineSpeed> speed = Optional.empty();
    private boolean privateModes;
    private boolean mouse;

    private TerminalSession() {}

    /**
     * Takes the system's terminal.
     *
     * @param type as {@link TerminalTypes#of} tells it
     */
    static TerminalSession open(String type, String colorTerm) throws UnsuitableTerminal {
        if (TerminalTypes.isDumb(type)) {
            String told = type.isEmpty() ? "TERM is not set" : "a terminal of type \"" + type + "\" cannot be drawn on";
            throw new UnsuitableTerminal(told);
        }
        TerminalSession session = new TerminalSession();
        ShutdownHooks.add(session.hook);
        try {
            Terminal built = build(type, colorTerm);
            session.enter(built, built.getType());
        } catch (UnsuitableTerminal e) {
            session.close();
            throw e;
        }
        return session;
    }

    /** Takes a terminal that is there already; it is closed in the end. */
    static TerminalSession on(Terminal terminal) throws UnsuitableTerminal {
        TerminalSession session = new TerminalSession();
        session.enter(terminal, terminal.getType());
        return session;
    }

    private static Terminal build(String type, String colorTerm) throws UnsuitableTerminal {
        // Reads block in read(2) instead of looking ten times a second.
        System.setProperty("org.jline.terminal.pty.nonBlockingReads", "false");
        TerminalTypes.preload(type, colorTerm);
        try {
            return TerminalBuilder.builder()
                    .system(true)
                    .provider("jni")
                    .dumb(false)
                    .nativeSignals(false)
                    .type(type.equals(TerminalTypes.CONSOLE) ? null : type)
                    .encoding(localeEncoding())
                    .build();
        } catch (IOException | IllegalStateException e) {
            throw new UnsuitableTerminal("the dashboard needs a terminal for its screen and its keys", e);
        }
    }

    /** JLine takes UTF-8 where nobody tells it, whatever the locale. A console of Windows takes any character. */
    private static Charset localeEncoding() {
        String name = System.getProperty("native.encoding", "");
        return File.separatorChar == '\\' || !Charset.isSupported(name)
                ? StandardCharsets.UTF_8
                : Charset.forName(name);
    }

    private void enter(Terminal taken, String type) throws UnsuitableTerminal {
        terminal = taken;
        if (taken.getStringCapability(Capability.cursor_address) == null) {
            throw new UnsuitableTerminal("a terminal of type \"" + type + "\" cannot be drawn on");
        }
        privateModes = TerminalTypes.takesPrivateModes(type);
        speed = LineSpeed.of(taken);
        before = taken.enterRawMode();
        raw = rawAttributes(taken);
        setUp(taken);
        taken.handle(Terminal.Signal.CONT, signal -> resume());
    }

    private static Attributes rawAttributes(Terminal taken) {
        Attributes attributes = taken.getAttributes();
        attributes.setLocalFlag(LocalFlag.ISIG, false);
        attributes.setControlChar(ControlChar.VMIN, 1);
        attributes.setControlChar(ControlChar.VTIME, 0);
        return attributes;
    }

    private void setUp(Terminal taken) {
        taken.setAttributes(raw);
        speed.ifPresent(LineSpeed::restore);
        taken.puts(Capability.enter_ca_mode);
        taken.puts(Capability.cursor_invisible);
        taken.puts(Capability.keypad_xmit);
        if (privateModes) {
            taken.writer().write(PASTE_BRACKETS_ON + (mouse ? MOUSE_ON : ""));
        }
    }

    /**
     * Takes the terminal again after the program was stopped ({@code kill -STOP}) and goes on: the shell has used it
     * meanwhile, and nothing on it is as it was left.
     */
    private void resume() {
        whileOpen(() -> {
            setUp(terminal());
            terminal().flush();
            resumed.set(true);
        });
        onResume.run();
    }

    /** @param work what to do when the program goes on after a stop; any thread */
    void onResume(Runnable work) {
        onResume = work;
    }

    /** Whether the program was stopped since this was asked last, so that the screen has to be drawn anew. */
    boolean wasResumed() {
        return resumed.getAndSet(false);
    }

    Terminal terminal() {
        if (terminal == null) {
            throw new IllegalStateException("the terminal has been given back");
        }
        return terminal;
    }

    /** Whether escape sequences that the terminal may not know do no harm. */
    boolean takesPrivateModes() {
        return privateModes;
    }

    /** Asks the terminal to report clicks and the wheel, or not to any more. */
    void mouse(boolean on) {
        if (on != mouse && privateModes) {
            send(on ? MOUSE_ON : MOUSE_OFF);
        }
        mouse = on;
    }

    /** Writes a sequence, between two frames. */
    void send(String sequence) {
        whileOpen(() -> {
            terminal().writer().write(sequence);
            terminal().flush();
        });
    }

    /** Runs it unless the terminal has been given back, which then waits for it. */
    void whileOpen(Runnable paint) {
        painting.lock();
        try {
            if (terminal != null) {
                paint.run();
            }
        } finally {
            painting.unlock();
        }
    }

    /** Gives the terminal back as it was. Idempotent; from any thread. */
    @Override
    public void close() {
        boolean locked = acquire();
        try {
            Terminal taken = terminal;
            terminal = null;
            if (taken != null) {
                ShutdownHooks.remove(hook);
                leave(taken);
            }
        } finally {
            if (locked) {
                painting.unlock();
            }
        }
    }

    /** A terminal that takes no output holds its painter for ever; it must not hold the end of the program too. */
    private boolean acquire() {
        try {
            return painting.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void leave(Terminal taken) {
        if (before != null) {
            if (privateModes) {
                taken.writer().write(mouse ? MOUSE_OFF : "");
                taken.writer().write(PASTE_BRACKETS_OFF);
            }
            taken.puts(Capability.keypad_local);
            taken.puts(Capability.cursor_normal);
            taken.puts(Capability.exit_ca_mode);
            taken.flush();
            taken.setAttributes(before);
        }
        try {
            taken.close();
        } catch (IOException e) {
            System.getLogger(TerminalSession.class.getName())
                    .log(System.Logger.Level.WARNING, "the terminal could not be closed", e);
        }
        speed.ifPresent(LineSpeed::restore);
    }
}
