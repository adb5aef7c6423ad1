package dev.netwatch.adapters.collect.portable;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.NetworkInterfaces;
import dev.netwatch.domain.port.SampleRecorder;
import dev.netwatch.domain.sample.Capability;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What runs on every system.
 *
 * <p>Binds {@code oshi} into {@code Set<ConnectionSource>}, and {@link NetworkInterfaces}. Needs {@link Clock}.
 */
public final class PortableModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(NetworkInterfaces.class).toInstance(interfaces());
    }

    @ProvidesIntoSet
    @Singleton
    ConnectionSource oshi(Clock clock) {
        return new OshiSource(clock);
    }

    /** The same sources for those without Guice, best first. */
    public static List<ConnectionSource> sources(Clock clock) {
        return List.of(new OshiSource(clock));
    }

    public static NetworkInterfaces interfaces() {
        return new SystemInterfaces();
    }

    public static ConnectionSource replay(Path file, boolean loop, Clock clock) {
        return new ReplaySource(file, loop, clock);
    }

    public static SampleRecorder recorder(Path file, String source, Set<Capability> capabilities, boolean arguments) {
        return new FileSampleRecorder(file, source, capabilities, arguments);
    }
}
