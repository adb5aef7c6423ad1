package dev.netwatch.adapters.collect.macos;

import dev.netwatch.adapters.collect.support.command.Command;
import dev.netwatch.adapters.collect.support.command.CommandResult;
import dev.netwatch.adapters.collect.support.command.CommandResult.Ending;
import dev.netwatch.adapters.collect.support.command.CommandRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Programs whose output a test writes. Those nobody wrote anything for print nothing. */
final class ScriptedCommands implements CommandRunner {
    static final MacSystem MAC =
            new MacSystem("Mac OS X", true, Path.of("/x/nettop"), Path.of("/x/lsof"), Path.of("/x/ps"));
    static final MacSystem NO_ROOT = new MacSystem("Mac OS X", false, MAC.nettop(), MAC.lsof(), MAC.ps());

    /** ps is asked for two things; this is the second. */
    static final String ARGUMENTS = "ps args";

    final List<Command> asked = new ArrayList<>();
    private final Map<String, CommandResult> results = new HashMap<>();
    private final Set<String> missing = new HashSet<>();

    ScriptedCommands prints(String program, String output) {
        return answers(program, CommandResult.exited(0, output, ""));
    }

    ScriptedCommands answers(String program, CommandResult result) {
        results.put(program, result);
        return this;
    }

    ScriptedCommands hangs(String program) {
        return answers(program, new CommandResult(Ending.TIMED_OUT, -1, "half a li", ""));
    }

    ScriptedCommands isMissing(String program) {
        missing.add(program);
        return answers(program, CommandResult.notStarted("No such file or directory"));
    }

    @Override
    public boolean has(Path program) {
        return !missing.contains(program.getFileName().toString());
    }

    @Override
    public CommandResult run(Command command) {
        asked.add(command);
        boolean arguments = command.arguments().contains("-p");
        return results.getOrDefault(arguments ? ARGUMENTS : command.name(), CommandResult.exited(0, "", ""));
    }
}
