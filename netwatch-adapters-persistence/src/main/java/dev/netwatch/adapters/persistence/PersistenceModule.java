package dev.netwatch.adapters.persistence;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ExclusionRepository;
import dev.netwatch.domain.port.HistoryRepository;
import dev.netwatch.domain.port.NameCache;

/**
 * Binds {@code HistoryRepository}, {@code NameCache} and {@code ExclusionRepository}, and {@code Persistence}, which
 * closes them all and has their notices; all singletons. Needs {@code Clock} and {@code PersistenceConfig}. Touches no
 * file: the database opens at its first use.
 */
public final class PersistenceModule extends AbstractModule {
    @Provides
    @Singleton
    Persistence persistence(PersistenceConfig config, Clock clock) {
        return Persistence.lazy(config, clock);
    }

    @Provides
    @Singleton
    HistoryRepository history(Persistence persistence) {
        return persistence.history();
    }

    @Provides
    @Singleton
    NameCache names(Persistence persistence) {
        return persistence.names();
    }

    @Provides
    @Singleton
    ExclusionRepository exclusions(Persistence persistence) {
        return persistence.exclusions();
    }
}
