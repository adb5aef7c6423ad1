package dev.netwatch.adapters.collect.linux;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import java.util.List;

/**
 * Linux.
 *
 * <p>Binds {@code ebpf}, {@code inet-diag} and {@code procfs} into {@code Set<ConnectionSource>}. Needs {@link Clock}. Loads nothing
 * native.
 */
public final class LinuxModule extends AbstractModule {

    /** The same sources for those without Guice, best first. */
    public static List<ConnectionSource> sources(Clock clock) {
        LinuxSystem system = LinuxSystem.here();
        return List.of(
                new EbpfSource(system, clock), new InetDiagSource(system, clock), new ProcNetSource(system, clock));
    }

    @ProvidesIntoSet
    @Singleton
    ConnectionSource ebpf(Clock clock) {
        return new EbpfSource(LinuxSystem.here(), clock);
    }

    @ProvidesIntoSet
    @Singleton
    ConnectionSource inetDiag(Clock clock) {
        return new InetDiagSource(LinuxSystem.here(), clock);
    }

    @ProvidesIntoSet
    @Singleton
    ConnectionSource procfs(Clock clock) {
        return new ProcNetSource(LinuxSystem.here(), clock);
    }
}
