package dev.netwatch.adapters.collect.support.command;

import dev.netwatch.adapters.collect.support.command.CommandResult.Ending;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/*
 * Two threads read what a command prints, as long as it runs: without them a program that prints nothing could not be
 * given up, and one that complains at length would block on a full pipe. They are daemons, for a pipe that somebody
 * else still holds open never ends.
 */
/** Runs programs of this machine. Standard input is empty. */
public final class SystemCommands implements CommandRunner {
    private static final int LONGEST_COMPLAINT = 4_096;
    /** How long a pipe may stay open after its program has ended. */
    private static final Duration AFTER_THE_END = Duration.ofSeconds(1);

    @Override
    public boolean has(Path program) {
        return Files.isRegularFile(program) && Files.isExecutable(program);
    }

    @Override
    public CommandResult run(Command command) {
        try {
            return finish(command, start(command));
        } catch (IOException e) {
            return CommandResult.notStarted(String.valueOf(e.getMessage()));
        }
    }

    private static Process start(Command command) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(command.program().toString());
        words.addAll(command.arguments());
        ProcessBuilder builder = new ProcessBuilder(words).redirectInput(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        return builder.start();
    }

    private static CommandResult finish(Command command, Process process) {
        PipeReader output = PipeReader.of(process.getInputStream(), command.mostBytes(), () -> end(process));
        PipeReader errors = PipeReader.of(process.getErrorStream(), LONGEST_COMPLAINT, () -> {});
        try {
            boolean inTime = process.waitFor(command.limit().toNanos(), TimeUnit.NANOSECONDS);
            if (!inTime) {
                end(process);
            }
            boolean whole = output.awaitEnd(AFTER_THE_END);
            errors.awaitEnd(AFTER_THE_END);
            if (output.isFull()) {
                return new CommandResult(Ending.TOO_LONG, -1, output.text(), errors.text());
            }
            return inTime && whole
                    ? CommandResult.exited(process.exitValue(), output.text(), errors.text())
                    : new CommandResult(Ending.TIMED_OUT, -1, output.text(), errors.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(process);
            return new CommandResult(Ending.TIMED_OUT, -1, output.text(), errors.text());
        }
    }

    /** The program and what it started: lsof(8) asks the system through a child of its own. */
    private static void end(Process process) {
        try (Stream<ProcessHandle> children = process.descendants()) {
            children.toList().forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
    }
}
