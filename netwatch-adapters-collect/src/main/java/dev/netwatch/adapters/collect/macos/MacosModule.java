package dev.netwatch.adapters.collect.macos;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.netwatch.adapters.collect.support.command.CommandRunner;
import dev.netwatch.adapters.collect.support.command.SystemCommands;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.NetworkInterfaces;
import java.util.List;

/**
 * macOS.
 *
 * <p>Binds {@code nettop} and {@code lsof} into {@code Set<ConnectionSource>}. Needs {@link Clock} and
 * {@link NetworkInterfaces}. Starts no program before the first sample.
 */
public final class MacosModule extends AbstractModule {

    /** The same sources for those without Guice, best first. */
    public static List<ConnectionSource> sources(Clock clock, NetworkInterfaces interfaces) {
        MacSystem system = MacSystem.here();
        return List.of(
                new NettopSource(system, new SystemCommands(), interfaces, clock),
                new LsofSource(system, new SystemCommands(), interfaces, clock));
    }

    /**
     * {@code nettop} as it works on a Mac, over programs that another runner stands in for: recorded ones, or those of a
     * machine elsewhere.
     *
     * @param root whether those programs run as root
     */
    public static ConnectionSource over(CommandRunner runner, boolean root, NetworkInterfaces interfaces, Clock clock) {
        return new NettopSource(MacSystem.usual("Mac OS X", root), runner, interfaces, clock);
    }

    @ProvidesIntoSet
    @Singleton
    ConnectionSource nettop(Clock clock, NetworkInterfaces interfaces) {
        return new NettopSource(MacSystem.here(), new SystemCommands(), interfaces, clock);
    }

    @ProvidesIntoSet
    @Singleton
    ConnectionSource lsof(Clock clock, NetworkInterfaces interfaces) {
        return new LsofSource(MacSystem.here(), new SystemCommands(), interfaces, clock);
    }
}
