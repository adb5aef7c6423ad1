package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessId;
import dev.netwatch.domain.connection.ProcessRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/*
 * ps runs after the sockets were listed. What has started since cannot be who held them, even under the same number:
 * such a process is not believed. Owners are kept as long as nothing about them changes, so that an unchanged socket is
 * an unchanged value.
 */
/** Who the processes are that own sockets. Not thread-safe. */
final class Processes {
    private record Known(PsProcess process, String shortName, List<String> arguments, Owner owner) {}

    private final Map<Long, PsProcess> table = new HashMap<>();
    private final Map<Long, Known> known = new HashMap<>();
    private final Map<ProcessId, List<String>> arguments = new HashMap<>();
    private boolean old;

    /** Takes in what ps listed now. */
    void learn(List<PsProcess> listed) {
        old = false;
        table.clear();
        listed.forEach(process -> table.put(process.pid(), process));
        known.keySet().retainAll(table.keySet());
        arguments.keySet().removeIf(id -> !isRunning(id));
    }

    /** ps could not be asked: what it listed last holds for the processes that still have the same name. */
    void grewOld() {
        old = true;
    }

    private boolean isRunning(ProcessId id) {
        PsProcess process = table.get(id.pid());
        return process != null && id.startedAt().equals(Optional.of(process.startedAt()));
    }

    /** Whether it is worth asking for the arguments of this process. */
    boolean lacksArguments(long pid) {
        PsProcess process = table.get(pid);
        return process != null && !arguments.containsKey(id(process));
    }

    /** Takes in a line of {@code ps -o pid= -o lstart= -o args=}. */
    void learnArguments(PsLine line) {
        PsProcess process =
                line.number(0).isPresent() ? table.get(line.number(0).getAsLong()) : null;
        if (process != null && process.startedAt().equals(line.startedAt())) {
            arguments.put(id(process), split(line.text(), process.command()));
        }
    }

    private static ProcessId id(PsProcess process) {
        return new ProcessId(process.pid(), Optional.of(process.startedAt()));
    }

    /** ps joins the arguments with blanks, and where one ends is lost: program, and the rest as it stands. */
    private static List<String> split(String line, String program) {
        if (line.isEmpty()) {
            return List.of();
        }
        boolean begins = !program.isEmpty() && line.startsWith(program + " ");
        return begins ? List.of(program, line.substring(program.length() + 1).strip()) : List.of(line);
    }

    /**
     * The process with this number at that time.
     *
     * @param shortName as lsof or nettop has it, perhaps cut
     */
    Owner owner(long pid, String shortName, Instant at) {
        PsProcess process = table.get(pid);
        Known last = known.get(pid);
        boolean another = old && (last == null || !last.shortName().equals(shortName));
        if (process == null || process.startedAt().isAfter(at) || another) {
            return Owner.of(ProcessRef.of(pid, shown(shortName, pid)));
        }
        List<String> words = arguments.getOrDefault(id(process), List.of());
        if (last == null
                || !last.process().equals(process)
                || !last.shortName().equals(shortName)
                || !last.arguments().equals(words)) {
            last = new Known(process, shortName, words, owner(process, shortName, words));
            known.put(pid, last);
        }
        return last.owner();
    }

    private static Owner owner(PsProcess process, String shortName, List<String> words) {
        OptionalLong parent = process.parent().isPresent() && process.parent().getAsLong() > 0
                ? process.parent()
                : OptionalLong.empty();
        String name = ShortName.complete(shortName, process);
        ProcessRef reference = new ProcessRef(
                process.pid(),
                Optional.of(process.startedAt()),
                shown(name, process.pid()),
                process.executable(),
                words,
                parent);
        return new Owner(Attribution.OWNER, Optional.of(reference), process.uid(), process.user());
    }

    private static String shown(String name, long pid) {
        return name.isBlank() ? "pid " + pid : name.strip();
    }
}
