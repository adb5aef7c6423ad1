package dev.netwatch.tui.command;

import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.port.ExclusionRepository;
import dev.netwatch.tui.config.UsageException;
import dev.netwatch.tui.output.ExclusionReport;
import dev.netwatch.tui.output.ExclusionReport.Entry;
import dev.netwatch.tui.output.Output;
import dev.netwatch.tui.runtime.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/* What the user does not want to see. */
@Command(
        name = "exclusions",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Lists and changes which processes are hidden. They are hidden only: history keeps them.")
final class ExclusionsCommand implements Runnable {
    private final NetwatchCommand netwatch;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ExclusionsCommand(NetwatchCommand netwatch) {
        this.netwatch = netwatch;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "exclusions needs a command: list, add, remove or clear");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Lists them, those of the configuration file too.")
    int list(
            @Option(names = "--json", description = "One JSON object a line, schema netwatch.exclusion.v1.")
                    boolean json) {
        Invocation invocation = netwatch.invocation();
        List<Entry> entries = new ArrayList<>();
        invocation.config().excludedProcesses().forEach(name -> entries.add(new Entry(name, Optional.empty())));
        withStore(invocation, store -> store.list().forEach(stored -> entries.add(Entry.of(stored))));
        Output output = invocation.output(json);
        (json ? ExclusionReport.json(entries) : ExclusionReport.table(entries, invocation.width()))
                .forEach(output::line);
        output.flush();
        return ExitCode.DONE;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Hides processes.")
    int add(@Parameters(paramLabel = "PROCESS", arity = "1..*", description = "A process name.") List<String> names) {
        if (names.stream().anyMatch(String::isBlank)) {
            throw new UsageException("a process has a name");
        }
        Invocation invocation = netwatch.invocation();
        withStore(
                invocation,
                store -> names.forEach(name -> store.add(
                        new Exclusion(name, invocation.surroundings().clock().now()))));
        return ExitCode.DONE;
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Shows processes again.")
    int remove(
            @Parameters(paramLabel = "PROCESS", arity = "1..*", description = "A process name.") List<String> names) {
        Invocation invocation = netwatch.invocation();
        List<String> unknown = new ArrayList<>();
        withStore(
                invocation,
                store -> names.stream().filter(name -> !store.remove(name)).forEach(unknown::add));
        unknown.forEach(name -> invocation.complain(
                invocation.config().excludedProcesses().contains(name)
                        ? name + " is hidden by the configuration file; take it out of "
                                + invocation.home().file("config.yaml")
                        : name + " is not hidden"));
        return unknown.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    @Command(
            name = "clear",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Hides nothing any more, but what the configuration file names.")
    int clear() {
        withStore(netwatch.invocation(), ExclusionRepository::clear);
        return ExitCode.DONE;
    }

    private static void withStore(Invocation invocation, Consumer<ExclusionRepository> work) {
        Backend.Memory memory = HistoryCommand.memory(invocation);
        try {
            work.accept(memory.exclusions());
            invocation.tell(memory.notices().get());
        } finally {
            memory.close().run();
        }
    }
}
