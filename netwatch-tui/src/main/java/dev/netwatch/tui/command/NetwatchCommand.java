package dev.netwatch.tui.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/* The program itself: the dashboard, or where nobody could see it, the list. */
@Command(
        name = "netwatch",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows who talks to whom on this machine: every connection with its process, its peer and its"
                + " bytes. Without a command it is a dashboard, or a list where standard output is no terminal.",
        sortOptions = false,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {
            "",
            "Exit codes: 0 done, 1 a source or a disk failed, 2 wrong usage or configuration.",
            "Configuration: config.yaml in the home folder; the command line is stronger."
        })
final class NetwatchCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    final GlobalOptions options = new GlobalOptions();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "INTERFACE",
            description = "Only connections of this network interface.")
    @Nullable
    String networkInterface;

    NetwatchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Invocation invocation = invocation();
        return surroundings.outputIsTerminal().getAsBoolean()
                ? new DashboardLauncher(invocation).run(networkInterface)
                : new ListCommand(this).list(invocation, networkInterface);
    }

    Invocation invocation() {
        return new Invocation(surroundings, options);
    }

    Surroundings surroundings() {
        return surroundings;
    }
}
