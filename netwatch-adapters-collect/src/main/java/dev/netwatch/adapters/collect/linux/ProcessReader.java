package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Ancestor;
import dev.netwatch.domain.connection.ProcessId;
import dev.netwatch.domain.connection.ProcessRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads who a process is from /proc/PID. Names and arguments are whatever the process made them.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
final class ProcessReader {
    /* USER_HZ, the unit of start times in /proc on every architecture this runs on; a constant of the kernel's ABI. */
    private static final long TICKS_PER_SECOND = 100;
    /** More than anybody nests; an end to a chain that changes while it is read. */
    private static final int MOST_ANCESTORS = 64;

    private static final String DELETED = " (deleted)";

    private final Path root;
    private Optional<Long> bootSeconds = Optional.empty();

    /** @param root {@code /proc}, or what stands for it */
    ProcessReader(Path root) {
        this.root = root;
    }

    /** The one line that tells whether a process still is who it was; empty if it has ended. */
    Optional<StatLine> stat(int pid) {
        return StatLine.read(root.resolve(Integer.toString(pid)));
    }

    /** Who the process of a line is. */
    ProcessRef read(int pid, StatLine stat) {
        return process(pid, root.resolve(Integer.toString(pid)), stat);
    }

    private ProcessRef process(int pid, Path directory, StatLine stat) {
        Optional<String> executable = executable(directory);
        List<String> arguments = arguments(directory);
        String name = ProcessName.complete(stat.name(), executable, arguments);
        return new ProcessRef(
                pid,
                startedAt(stat.startTicks()),
                name,
                executable,
                arguments,
                stat.parent() > 0 ? OptionalLong.of(stat.parent()) : OptionalLong.empty(),
                ancestors(stat.parent()));
    }

    /* As they are when a process is first looked at; who is adopted later, when a parent ends, keeps who started it. */
    private List<Ancestor> ancestors(long parent) {
        List<Ancestor> ancestors = new ArrayList<>();
        long pid = parent;
        while (pid > 0 && ancestors.size() < MOST_ANCESTORS) {
            Path directory = root.resolve(Long.toString(pid));
            Optional<StatLine> stat = StatLine.read(directory);
            if (stat.isEmpty()) {
                break; // it has ended, or is hidden from us
            }
            String name = stat.get().name();
            if (ProcessName.mayBeCut(name)) {
                name = ProcessName.complete(name, executable(directory), arguments(directory));
            }
            ancestors.add(new Ancestor(new ProcessId(pid, startedAt(stat.get().startTicks())), name));
            pid = stat.get().parent();
        }
        return ancestors;
    }

    private static Optional<String> executable(Path directory) {
        try {
            String path = Files.readSymbolicLink(directory.resolve("exe")).toString();
            return Optional.of(path.endsWith(DELETED) ? path.substring(0, path.length() - DELETED.length()) : path);
        } catch (IOException | InvalidPathException notOurs) {
            return Optional.empty();
        }
    }

    private static List<String> arguments(Path directory) {
        try {
            String line = Files.readString(directory.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            String ended = text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
            return ended.isEmpty() ? List.of() : List.of(ended.split("\0", -1));
        } catch (IOException notOurs) {
            return List.of();
        }
    }

    private Optional<Instant> startedAt(long ticks) {
        if (bootSeconds.isEmpty()) {
            bootSeconds = bootTime();
        }
        return bootSeconds.map(seconds -> Instant.ofEpochSecond(seconds).plusMillis(ticks * 1_000 / TICKS_PER_SECOND));
    }

    /* Asked once: the kernel computes btime anew, and an adjusted clock would give one process two start times. */
    private Optional<Long> bootTime() {
        try (var lines = Files.lines(root.resolve("stat"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.matches("btime \\d{1,18}"))
                    .findFirst()
                    .map(line -> Long.parseLong(line.substring(6)));
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
