package dev.netwatch.domain.testkit;

import dev.netwatch.domain.port.NameCache;

class FakeNameCacheTest extends NameCacheContract {
    private final NameCache cache = new FakeNameCache(clock);

    @Override
    protected NameCache cache() {
        return cache;
    }
}
