package dev.netwatch.adapters.collect;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import dev.netwatch.adapters.collect.linux.LinuxModule;
import dev.netwatch.adapters.collect.macos.MacosModule;
import dev.netwatch.adapters.collect.portable.PortableModule;
import dev.netwatch.adapters.collect.windows.WindowsModule;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.NetworkInterfaces;

/**
 * Every way of collecting, for all systems: what cannot work here says so itself, in {@link ConnectionSource#refusal}.
 *
 * <p>Binds {@code Set<ConnectionSource>} and {@link NetworkInterfaces}. Needs {@link Clock}. Loads nothing native.
 */
public final class CollectModule extends AbstractModule {
    private final CollectConfig config;

    public CollectModule(CollectConfig config) {
        this.config = config;
    }

    @Override
    protected void configure() {
        install(new LinuxModule());
        install(new MacosModule());
        install(new WindowsModule());
        install(new PortableModule());
        Multibinder<ConnectionSource> sources = Multibinder.newSetBinder(binder(), ConnectionSource.class);
        config.replay().ifPresent(file -> {
            var clock = getProvider(Clock.class);
            sources.addBinding()
                    .toProvider(() -> PortableModule.replay(file, config.loop(), clock.get()))
                    .in(Singleton.class);
        });
    }
}
