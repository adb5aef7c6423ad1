package dev.netwatch.adapters.collect.windows;

import dev.netwatch.adapters.collect.windows.ProcessEntryCodec.Entry;
import dev.netwatch.adapters.collect.windows.WindowsApi.Opened;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.notice.Notice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/*
 * Everything is asked anew for each sample: Windows uses the numbers of processes again at once, and a name kept from
 * an earlier sample could be another's.
 */
/** Names the processes behind the rows of one sample. Not thread-safe. */
final class Owners {
    private final WindowsApi windows;
    private final RunningServices services;
    private final Map<Integer, Entry> entries = new HashMap<>();
    private final Map<Integer, Optional<ProcessRef>> processes = new HashMap<>();
    private int unnamed;
    private int replaced;

    Owners(WindowsApi windows) {
        this.windows = windows;
        this.services = new RunningServices(windows);
    }

    /** A new sample. */
    void begin() {
        entries.clear();
        processes.clear();
        services.begin();
        unnamed = 0;
        replaced = 0;
        int pointerSize = windows.pointerSize();
        windows.processes(bytes ->
                ProcessEntryCodec.decode(bytes, pointerSize).ifPresent(entry -> entries.put(entry.pid(), entry)));
    }

    /** The idle process owns nothing: it stands for connections whose process is done with them. */
    Owner of(SocketRow row) {
        if (row.pid() == 0) {
            return Owner.NOBODY;
        }
        Optional<ProcessRef> process = processes.computeIfAbsent(row.pid(), this::process);
        if (process.isEmpty()) {
            unnamed++;
            return Owner.of(ProcessRef.of(number(row.pid()), "pid " + number(row.pid())));
        }
        if (startedLater(process.get(), row)) {
            replaced++;
            return Owner.NOBODY;
        }
        return Owner.of(process.get());
    }

    /** Whether the number belongs to another process by now: it began a second and more after the socket was bound. */
    private static boolean startedLater(ProcessRef process, SocketRow row) {
        return process.startedAt().isPresent()
                && FileTime.instant(row.createdAt())
                        .map(bound -> process.startedAt().get().isAfter(bound.plusSeconds(1)))
                        .orElse(false);
    }

    private Optional<ProcessRef> process(int pid) {
        Optional<Entry> entry = Optional.ofNullable(entries.get(pid));
        Optional<Opened> opened = windows.open(pid);
        Optional<String> path = opened.flatMap(Opened::path);
        Optional<String> name =
                path.map(Owners::file).or(() -> entry.map(Entry::name)).filter(found -> !found.isBlank());
        return name.map(program -> new ProcessRef(
                number(pid),
                opened.flatMap(found -> FileTime.instant(found.startedAt())),
                services.named(pid, program),
                path,
                List.of(),
                entry.filter(found -> found.parent() != 0).isPresent()
                        ? OptionalLong.of(number(entry.get().parent()))
                        : OptionalLong.empty()));
    }

    private static String file(String path) {
        return path.substring(1 + path.lastIndexOf('\\'));
    }

    private static long number(int pid) {
        return Integer.toUnsignedLong(pid);
    }

    /** What could not be found out in this sample. */
    List<Notice> problems() {
        List<Notice> problems = new ArrayList<>();
        if (unnamed > 0) {
            problems.add(Notice.warning(
                    "owners-unnamed",
                    "Windows tells no more than the number of the process behind " + Counted.of(unnamed, "socket")
                            + "; it may have ended, or run netwatch as administrator."));
        }
        if (replaced > 0) {
            problems.add(Notice.info(
                    "owners-ended",
                    "The number of the process behind " + Counted.of(replaced, "socket")
                            + " is another process's by now; nobody is named."));
        }
        return problems;
    }
}
