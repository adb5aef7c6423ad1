package dev.netwatch.adapters.collect.support.command;

import java.nio.file.Path;

/** Runs other programs. Not thread-safe. */
public interface CommandRunner {
    /** Whether there is such a program that this user may run. Starts nothing. */
    boolean has(Path program);

    /** Runs it to its end, or to its limits; whatever goes wrong is in the result. Never throws, never hangs. */
    CommandResult run(Command command);
}
