package dev.netwatch.adapters.resolve;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.NameCache;
import dev.netwatch.domain.port.NameResolver;

/**
 * Binds {@code NameResolver}, to be closed by whoever made the injector. Needs {@code Clock}, {@code NameCache} and
 * {@link ResolveConfig}. Does no I/O.
 */
public final class ResolveModule extends AbstractModule {
    @Provides
    @Singleton
    NameResolver nameResolver(ResolveConfig config, NameCache cache, Clock clock) {
        return NameResolvers.create(config, cache, clock);
    }
}
