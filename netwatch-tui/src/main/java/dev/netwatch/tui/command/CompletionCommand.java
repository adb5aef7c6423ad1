package dev.netwatch.tui.command;

import dev.netwatch.tui.output.Output;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/* A script that completes commands and options in a shell. It needs no configuration, so it reads none. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints a completion script: source <(netwatch completion bash)")
final class CompletionCommand implements Callable<Integer> {
    private final NetwatchCommand netwatch;

    /** Shells the script is for; zsh runs it by its bashcompinit, which the script loads. */
    enum Shell {
        bash,
        zsh
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", arity = "1", description = "bash or zsh")
    private Shell shell = Shell.bash;

    CompletionCommand(NetwatchCommand netwatch) {
        this.netwatch = netwatch;
    }

    @Override
    public Integer call() {
        Surroundings surroundings = netwatch.surroundings();
        Output output = new Output(surroundings.out(), surroundings.charset(), false);
        String script = AutoComplete.bash("netwatch", spec.root().commandLine());
        script.lines().forEach(output::line);
        output.flush();
        return ExitCode.DONE;
    }
}
