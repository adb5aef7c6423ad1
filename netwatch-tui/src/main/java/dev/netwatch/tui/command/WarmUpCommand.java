package dev.netwatch.tui.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/* TODO */
@Command(name = WarmUpCommand.NAME, hidden = true, description = "Loads everything once.")
final class WarmUpCommand implements Callable<Integer> {
    static final String NAME = "warm-up";
    private final NetwatchCommand netwatch;

    WarmUpCommand(NetwatchCommand netwatch) {
        this.netwatch = netwatch;
    }

    @Override
    public Integer call() {
        return netwatch.surroundings() == null ? 1 : 0;
    }
}
