package dev.netwatch.tui;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.netwatch.adapters.collect.ConnectionSources;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.NameResolver;
import dev.netwatch.domain.port.NetworkInterfaces;
import dev.netwatch.tui.runtime.Backend;
import java.util.Optional;
import java.util.Set;

/**
 * Binds {@link Backend} and {@link Clock} for a replay, which touches neither history nor DNS. Needs
 * {@code Set<ConnectionSource>} and {@link NetworkInterfaces}.
 */
final class ReplayModule extends AbstractModule {
    private final Clock clock;

    ReplayModule(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void configure() {
        bind(Clock.class).toInstance(clock);
    }

    @Provides
    @Singleton
    Backend backend(Set<ConnectionSource> sources, NetworkInterfaces interfaces) {
        return new Backend(
                sources, interfaces, new NobodyAsked(), Optional.empty(), ConnectionSources::recorder, clock);
    }

    private static final class NobodyAsked implements NameResolver {
        private static final RemoteName NAME = RemoteName.notAsked("replay");

        @Override
        public RemoteName nameOf(IpAddress address) {
            return NAME;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
