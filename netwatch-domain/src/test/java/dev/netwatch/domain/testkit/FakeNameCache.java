package dev.netwatch.domain.testkit;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.CachedName;
import dev.netwatch.domain.name.NameKind;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.NameCache;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A name cache in memory. */
public final class FakeNameCache implements NameCache {
    private record Key(IpAddress address, NameKind kind) {}

    private final Map<Key, CachedName> names = new ConcurrentHashMap<>();
    private final Clock clock;

    public FakeNameCache(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<CachedName> find(IpAddress address, NameKind kind) {
        return Optional.ofNullable(names.get(new Key(address, kind)))
                .filter(name -> name.expiresAt().isAfter(clock.now()));
    }

    @Override
    public void put(IpAddress address, NameKind kind, CachedName name) {
        names.put(new Key(address, kind), name);
    }
}
