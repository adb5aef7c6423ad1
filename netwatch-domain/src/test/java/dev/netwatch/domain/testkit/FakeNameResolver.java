package dev.netwatch.domain.testkit;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.port.NameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows what it was taught, from the next {@link #settle} on; like the real one it starts with pending. */
public final class FakeNameResolver implements NameResolver {
    private final Map<IpAddress, RemoteName> taught = new ConcurrentHashMap<>();
    private final Map<IpAddress, RemoteName> known = new ConcurrentHashMap<>();
    private final Set<IpAddress> asked = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** What the address will be called once somebody has asked and it has settled. */
    public FakeNameResolver teach(IpAddress address, RemoteName name) {
        taught.put(address, name);
        return this;
    }

    /** Answers what was asked since the last time; what nobody taught stays pending. */
    public void settle() {
        if (closed) {
            return;
        }
        for (IpAddress address : asked) {
            known.put(address, taught.getOrDefault(address, RemoteName.PENDING));
        }
    }

    /** The addresses somebody asked for. */
    public Set<IpAddress> asked() {
        return Set.copyOf(asked);
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public RemoteName nameOf(IpAddress address) {
        asked.add(address);
        return known.getOrDefault(address, RemoteName.PENDING);
    }

    @Override
    public void close() {
        closed = true;
    }
}
