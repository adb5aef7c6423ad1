package dev.netwatch.tui.command;

import dev.netwatch.tui.terminal.DashboardModel;
import dev.netwatch.tui.terminal.DashboardSettings;

/** Shows the dashboard until the user quits. */
@FunctionalInterface
public interface Screen {
    /** @return the exit code */
    int run(DashboardSettings settings, DashboardModel model);
}
