package dev.netwatch.domain.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A process as it was when it was looked at.
 *
 * @param startedAt wall time of its start, empty where the system does not tell
 * @param name the system's short name, completed from executable or arguments where it was cut; foreign text
 * @param executable path of the program file; foreign text
 * @param arguments the command line, program first; empty where unknown; foreign text, and may hold secrets
 * @param ancestors its parent, that one's parent and so on, up to the first process of the system; empty where the
 *     system does not tell
 */
public record ProcessRef(
        long pid,
        Optional<Instant> startedAt,
        String name,
        Optional<String> executable,
        List<String> arguments,
        OptionalLong parentPid,
        List<Ancestor> ancestors) {
    public ProcessRef {
        arguments = List.copyOf(arguments);
        ancestors = List.copyOf(ancestors);
    }

    /** A process whose ancestors are not known. */
    public ProcessRef(
            long pid,
            Optional<Instant> startedAt,
            String name,
            Optional<String> executable,
            List<String> arguments,
            OptionalLong parentPid) {
        this(pid, startedAt, name, executable, arguments, parentPid, List.of());
    }

    /** A process of which only number and name are known. */
    public static ProcessRef of(long pid, String name) {
        return new ProcessRef(pid, Optional.empty(), name, Optional.empty(), List.of(), OptionalLong.empty());
    }

    /** The same process with its ancestors, nearest first. */
    public ProcessRef withAncestors(List<Ancestor> known) {
        return new ProcessRef(pid, startedAt, name, executable, arguments, parentPid, known);
    }

    public ProcessId id() {
        return new ProcessId(pid, startedAt);
    }

    /** The word a history keeps: the path of the program, else its name. */
    public String program() {
        return executable.orElse(name);
    }
}
