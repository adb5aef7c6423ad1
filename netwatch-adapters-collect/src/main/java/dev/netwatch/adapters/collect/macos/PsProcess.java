package dev.netwatch.adapters.collect.macos;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One process as ps listed it.
 *
 * @param user its user's name; empty where ps gives a number
 * @param command the program's path, or what the process has put in its place; foreign text
 */
record PsProcess(
        long pid, OptionalLong parent, OptionalLong uid, Optional<String> user, Instant startedAt, String command) {

    /** From a line of {@code ps -o pid= -o ppid= -o uid= -o user= -o lstart= -o comm=}. */
    static Optional<PsProcess> parse(String line) {
        return PsLine.parse(line).filter(found -> found.number(0).isPresent()).map(PsProcess::of);
    }

    private static PsProcess of(PsLine line) {
        int words = line.before().size();
        Optional<String> user = words < 4
                ? Optional.empty()
                : Optional.of(String.join(" ", line.before().subList(3, words)));
        return new PsProcess(
                line.number(0).getAsLong(),
                line.number(1),
                line.number(2),
                user.filter(name -> Numbers.parse(name).isEmpty()),
                line.startedAt(),
                line.text());
    }

    /** The program's path; empty where it is none, for a process may put a title in its place. */
    Optional<String> executable() {
        return command.startsWith("/") ? Optional.of(command) : Optional.empty();
    }

    /** The program's name without its folder. */
    String baseName() {
        return command.substring(command.lastIndexOf('/') + 1);
    }
}
