package dev.netwatch.tui.terminal;

import java.util.Optional;
import org.jline.nativ.CLibrary;
import org.jline.nativ.CLibrary.Termios;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.PosixSysTerminal;

/*
 * The speed of a terminal's line. JLine forgets it whenever it sets attributes: it becomes 0, which hangs up a serial
 * line. https://github.com/jline/jline3/issues/2170; this class can go with a JLine that has that mended.
 */
final class LineSpeed {
    private static final int STANDARD_OUTPUT = 1;

    private final Termios before;

    private LineSpeed(Termios before) {
        this.before = before;
    }

    /** Nothing for a terminal that is none of the system's, or no POSIX one. */
    static Optional<LineSpeed> of(Terminal terminal) {
        if (!(terminal instanceof PosixSysTerminal)) {
            return Optional.empty(); // elsewhere even the class of the structure cannot be loaded
        }
        Termios now = new Termios();
        return CLibrary.tcgetattr(STANDARD_OUTPUT, now) == 0 ? Optional.of(new LineSpeed(now)) : Optional.empty();
    }

    /** Sets it again, and leaves the rest as it is. Linux keeps it in {@code c_cflag}, of which JLine changes nothing. */
    void restore() {
        Termios now = new Termios();
        if (CLibrary.tcgetattr(STANDARD_OUTPUT, now) == 0) {
            now.c_cflag = before.c_cflag;
            now.c_ispeed = before.c_ispeed;
            now.c_ospeed = before.c_ospeed;
            CLibrary.tcsetattr(STANDARD_OUTPUT, CLibrary.TCSANOW, now);
        }
    }
}
