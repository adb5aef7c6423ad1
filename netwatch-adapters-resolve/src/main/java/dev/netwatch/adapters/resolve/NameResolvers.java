package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.NameCache;
import dev.netwatch.domain.port.NameResolver;

/** Makes name resolvers, for those without Guice. */
public final class NameResolvers {
    private NameResolvers() {}

    /**
     * A resolver by DNS and whois. Starts no thread and opens nothing until the first question.
     *
     * @param cache asked before anybody else, and told what was learned, on a thread of its own
     */
    public static NameResolver create(ResolveConfig config, NameCache cache, Clock clock) {
        return CachingNameResolver.create(config, cache, clock);
    }
}
