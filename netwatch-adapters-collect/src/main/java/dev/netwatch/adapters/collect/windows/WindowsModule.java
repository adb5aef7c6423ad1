package dev.netwatch.adapters.collect.windows;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.NetworkInterfaces;
import java.util.List;

/**
 * Windows.
 *
 * <p>Binds {@code iphlpapi} into {@code Set<ConnectionSource>}. Needs {@link Clock} and {@link NetworkInterfaces}. Loads
 * nothing native.
 */
public final class WindowsModule extends AbstractModule {

    /** The same sources for those without Guice, best first. */
    public static List<ConnectionSource> sources(Clock clock, NetworkInterfaces interfaces) {
        return List.of(new IphlpapiSource(WindowsSystem.here(), NativeWindows::new, interfaces, clock));
    }

    @ProvidesIntoSet
    @Singleton
    ConnectionSource iphlpapi(NetworkInterfaces interfaces, Clock clock) {
        return sources(clock, interfaces).get(0);
    }
}
