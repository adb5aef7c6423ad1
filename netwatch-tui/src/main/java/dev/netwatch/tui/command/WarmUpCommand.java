package dev.netwatch.tui.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/* Used by the build: the JVM keeps the classes this loads in an archive, so that later starts find them ready. */
@Command(
        name = WarmUpCommand.NAME,
        hidden = true,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Runs everything once, on no screen and in a folder of its own, to load all classes.")
final class WarmUpCommand implements Callable<Integer> {
    static final String NAME = "warm-up";

    private final NetwatchCommand netwatch;

    WarmUpCommand(NetwatchCommand netwatch) {
        this.netwatch = netwatch;
    }

    @Override
    public Integer call() throws IOException {
        new Rehearsal(netwatch.surroundings()).run();
        return ExitCode.DONE;
    }
}
