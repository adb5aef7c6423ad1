package dev.netwatch.tui.command;

import dev.netwatch.tui.output.Output;
import dev.netwatch.tui.shell.ShellFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/* A script that completes commands and options in a shell. It needs no configuration, so it reads none. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints a completion script, to be read by the shell: source <(netwatch completion bash)")
final class CompletionCommand implements Callable<Integer> {
    private final NetwatchCommand netwatch;

    /* As a user types them. */
    enum Shell {
        bash(ShellFile.BASH),
        zsh(ShellFile.ZSH),
        fish(ShellFile.FISH);

        private final ShellFile file;

        Shell(ShellFile file) {
            this.file = file;
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", arity = "1", description = "bash, zsh or fish.")
    private Shell shell = Shell.bash;

    CompletionCommand(NetwatchCommand netwatch) {
        this.netwatch = netwatch;
    }

    @Override
    public Integer call() {
        Surroundings surroundings = netwatch.surroundings();
        Output output = new Output(surroundings.out(), surroundings.charset(), false);
        shell.file.text(spec.root(), Version.number()).lines().forEach(output::line);
        output.flush();
        return ExitCode.DONE;
    }
}
