package dev.netwatch.tui.runtime;

import dev.netwatch.tui.config.Home;
import dev.netwatch.tui.config.NetwatchConfig;

/** Builds the adapters. It costs class loading, so nobody calls it before there is something on the screen. */
@FunctionalInterface
public interface BackendFactory {
    Backend build(NetwatchConfig config, Home home);
}
