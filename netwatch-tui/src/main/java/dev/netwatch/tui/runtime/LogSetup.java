package dev.netwatch.tui.runtime;

import dev.netwatch.tui.config.Home;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.logging.LogManager;

/**
 * Sends all logging to a file in the home folder and none to the screen.
 *
 * <p>The JDK makes an instance of this class when the first message is logged and not before, so that a start without
 * messages pays nothing.
 *
 * @see LogManager
 */
public final class LogSetup {
    private static final String CONFIGURATION =
            "handlers=" + LogFileHandler.class.getName() + "\n.level=WARNING\ndev.netwatch.level=INFO\n";
    private static volatile Optional<Home> home = Optional.empty();

    /** @throws IOException never: the text is in memory */
    public LogSetup() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Must run before anything is logged; costs next to nothing. */
    public static void prepare() {
        System.setProperty("java.util.logging.config.class", LogSetup.class.getName());
    }

    /** From now on there is a folder to keep the log in; what is logged before is lost. */
    public static void keepIn(Home folder) {
        home = Optional.of(folder);
    }

    /** {@code "; the trace is in …"}, or nothing where no log is kept. */
    public static String whereTheTraceIs() {
        return home.map(folder -> folder.file(LogFile.NAME))
                .filter(Files::isRegularFile)
                .map(file -> "; the trace is in " + file)
                .orElse("");
    }

    static Optional<Home> home() {
        return home;
    }
}
