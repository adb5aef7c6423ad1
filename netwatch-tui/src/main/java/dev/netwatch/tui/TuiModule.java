package dev.netwatch.tui;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.netwatch.adapters.collect.ConnectionSources;
import dev.netwatch.adapters.persistence.Persistence;
import dev.netwatch.adapters.persistence.PersistenceConfig;
import dev.netwatch.adapters.resolve.DnsConfig;
import dev.netwatch.adapters.resolve.ResolveConfig;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.ExclusionRepository;
import dev.netwatch.domain.port.HistoryRepository;
import dev.netwatch.domain.port.NameResolver;
import dev.netwatch.domain.port.NetworkInterfaces;
import dev.netwatch.tui.config.FileOwner;
import dev.netwatch.tui.config.Home;
import dev.netwatch.tui.config.NetwatchConfig;
import dev.netwatch.tui.runtime.Backend;
import java.util.Optional;
import java.util.Set;

/**
 * Binds {@link Backend}, {@link Clock} and the adapters' configurations. Needs {@code Set<ConnectionSource>},
 * {@link NetworkInterfaces}, {@link NameResolver}, {@link HistoryRepository}, {@link ExclusionRepository} and
 * {@link Persistence}, which the adapters' modules bind.
 */
final class TuiModule extends AbstractModule {
    private final NetwatchConfig config;
    private final Home home;
    private final Clock clock;

    TuiModule(NetwatchConfig config, Home home, Clock clock) {
        this.config = config;
        this.home = home;
        this.clock = clock;
    }

    @Override
    protected void configure() {
        bind(Clock.class).toInstance(clock);
        bind(PersistenceConfig.class).toInstance(persistence(config, home));
        bind(ResolveConfig.class).toInstance(resolve(config));
    }

    @Provides
    @Singleton
    Backend backend(
            Set<ConnectionSource> sources,
            NetworkInterfaces interfaces,
            NameResolver names,
            HistoryRepository history,
            ExclusionRepository exclusions,
            Persistence persistence) {
        Backend.Memory memory =
                new Backend.Memory(history, exclusions, persistence::notices, persistence::close, clock);
        return new Backend(sources, interfaces, names, Optional.of(memory), ConnectionSources::recorder, clock);
    }

    static PersistenceConfig persistence(NetwatchConfig config, Home home) {
        PersistenceConfig files = PersistenceConfig.in(home.folder())
                .withRetention(config.retention())
                .withNativeDirectory(home.file("native"));
        PersistenceConfig written = config.history() ? files : files.withoutWritingHistory();
        Optional<FileOwner> owner = home.owner();
        return owner.isEmpty()
                ? written
                : written.ownedBy(new PersistenceConfig.Owner(
                        owner.get().uid(), owner.get().gid()));
    }

    static ResolveConfig resolve(NetwatchConfig config) {
        DnsConfig dns = DnsConfig.DEFAULT.withEnabled(config.dns()).withServers(config.dnsServers());
        ResolveConfig names = ResolveConfig.DEFAULT.withDns(dns);
        return config.whois() ? names : names.withoutWhois();
    }
}
