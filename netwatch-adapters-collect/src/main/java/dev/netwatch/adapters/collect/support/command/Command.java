package dev.netwatch.adapters.collect.support.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program to run. No shell sees any of it.
 *
 * @param program its file, absolute: what is found on a path may be somebody else's
 * @param environment all of it; nothing is inherited
 * @param limit how long it may take, after which it is ended
 * @param mostBytes how much it may print, after which it is ended
 */
public record Command(
        Path program, List<String> arguments, Map<String, String> environment, Duration limit, int mostBytes) {
    public Command {
        if (!program.isAbsolute()) {
            throw new IllegalArgumentException("not an absolute path: " + program);
        }
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** The program's name without its folder. */
    public String name() {
        return program.getFileName().toString();
    }
}
