package dev.netwatch.tui;

import dev.netwatch.tui.runtime.Stop;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.Signals;

/* Standard output, and what is at its other end. */
final class StandardStreams {
    private static final int USUAL_COLUMNS = 80;

    private StandardStreams() {}

    /** Unbuffered, and with its errors: {@code System.out} would swallow a closed pipe. */
    static OutputStream out() {
        return new FileOutputStream(FileDescriptor.out);
    }

    /**
     * What text is written in: what a console of Windows takes, which JDK 19 tells and 17 under another name; else the
     * locale's encoding, which JDK 18 and later no longer call the default.
     */
    static Charset charset() {
        return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
                .map(property -> System.getProperty(property, ""))
                .filter(name -> !name.isEmpty() && Charset.isSupported(name))
                .findFirst()
                .map(Charset::forName)
                .orElseGet(Charset::defaultCharset);
    }

    /*
     * Where the system shows what a descriptor is, a look at it costs nothing; JLine's own answer loads a native library
     * and is left for the rest.
     */
    static boolean outputIsTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            if (target.startsWith("/dev/pts/") || target.matches("/dev/tty\\d*|/dev/console")) {
                return true;
            }
            if (target.startsWith("pipe:") || target.startsWith("socket:") || target.equals("/dev/null")) {
                return false;
            }
        } catch (IOException e) {
            // not Linux: ask as below
        }
        return isSystemStream();
    }

    private static boolean isSystemStream() {
        try {
            return TerminalProvider.load("jni").isSystemStream(SystemStream.Output);
        } catch (IOException e) {
            return false;
        }
    }

    /** Asked when the user presses Ctrl-C, or the system or the terminal ends the program. */
    static Stop stop() {
        Stop stop = new Stop();
        for (String signal : new String[] {"INT", "TERM", "HUP"}) {
            Signals.register(signal, stop::ask);
        }
        return stop;
    }

    /** How wide the terminal is; 80 where it does not say. */
    static int columns() {
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).dumb(false).build()) {
            return terminal.getWidth() > 0 ? terminal.getWidth() : USUAL_COLUMNS;
        } catch (IOException | IllegalStateException e) {
            return USUAL_COLUMNS;
        }
    }
}
