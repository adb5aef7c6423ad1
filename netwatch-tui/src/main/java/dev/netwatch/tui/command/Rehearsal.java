package dev.netwatch.tui.command;

import dev.netwatch.tui.runtime.Stop;
import dev.netwatch.tui.terminal.Dashboard;
import dev.netwatch.tui.terminal.DashboardModel;
import dev.netwatch.tui.terminal.DashboardSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/*
 * The whole program without an audience: every command, then the dashboard on a pseudo-terminal with a few keys. It asks
 * nobody for names, and what it writes is in a temporary folder that goes in the end.
 */
final class Rehearsal {
    private static final List<List<String>> SCENES = List.of(
            List.of("--help"),
            List.of("list", "--json", "--all", "--offline"),
            List.of("list", "--all", "--offline"),
            List.of("stream", "--json", "--duration", "300ms", "--interval", "100ms", "--all", "--offline"),
            List.of("history", "--json"),
            List.of("exclusions", "list"),
            List.of("doctor", "--offline"));
    private static final String KEYS = "?\033jksrfdplp \033[B\033[Aq";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Surroundings real;

    Rehearsal(Surroundings real) {
        this.real = real;
    }

    void run() throws IOException {
        Path folder = Files.createTempDirectory("netwatch-rehearsal");
        try {
            Files.writeString(folder.resolve("config.yaml"), "dns: false\nwhois: false\n");
            SCENES.forEach(scene -> new Program(on(folder, false)).run(scene.toArray(String[]::new)));
            new Program(on(folder, true)).run();
        } finally {
            remove(folder);
        }
    }

    private Surroundings on(Path folder, boolean terminal) {
        Map<String, String> environment = new HashMap<>(real.environment());
        environment.keySet().removeIf(name -> name.startsWith("SUDO_"));
        environment.put("NETWATCH_HOME", folder.toString());
        OutputStream nowhere = OutputStream.nullOutputStream();
        return new Surroundings(
                nowhere,
                new PrintStream(nowhere, false, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                environment,
                folder,
                real.zone(),
                real.clock(),
                () -> terminal,
                () -> 120,
                real.interfaces(),
                real.backends(),
                Rehearsal::show,
                real.stop());
    }

    private static int show(DashboardSettings settings, DashboardModel model) {
        Stop done = new Stop();
        try (PipedOutputStream keyboard = new PipedOutputStream();
                PipedInputStream keys = new PipedInputStream(keyboard)) {
            Terminal terminal = TerminalBuilder.builder()
                    .system(false)
                    .provider("jni")
                    .type("xterm-256color")
                    .encoding(StandardCharsets.UTF_8)
                    .size(new Size(120, 30))
                    .streams(keys, OutputStream.nullOutputStream())
                    .build();
            Thread user = new Thread(() -> press(model, keyboard, done), "netwatch-rehearsal");
            user.setDaemon(true);
            user.start();
            return Dashboard.run(terminal, settings, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            done.ask();
        }
    }

    /* Waits for something to see, presses keys, then quits; the last q may have gone to the help, so there are more. */
    private static void press(DashboardModel model, OutputStream keyboard, Stop done) {
        Stop nobody = new Stop();
        for (long round = PATIENCE.toMillis() / 10; round > 0 && model.latest().isMeasuring(); round--) {
            nobody.await(Duration.ofMillis(10).toNanos());
        }
        try {
            keyboard.write(KEYS.getBytes(StandardCharsets.US_ASCII));
            keyboard.flush();
            for (int round = 0;
                    round < 100 && !done.await(Duration.ofMillis(100).toNanos());
                    round++) {
                keyboard.write('q');
                keyboard.flush();
            }
            keyboard.close(); // a dashboard without a keyboard ends
        } catch (IOException e) {
            done.ask(); // the keyboard is gone because the dashboard is
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
