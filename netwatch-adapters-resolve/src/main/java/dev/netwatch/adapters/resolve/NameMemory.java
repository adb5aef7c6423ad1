package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.IpAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/* A plain lock round a linked map: held for nanoseconds, never across I/O, and it gives an exact LRU. The concurrent map
 * that would avoid it needs an eviction of its own. */
/** The dossiers of the addresses asked for most recently. Thread-safe. */
final class NameMemory {
    private final Map<IpAddress, Dossier> dossiers;

    NameMemory(int capacity) {
        dossiers = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<IpAddress, Dossier> eldest) {
                return size() > capacity;
            }
        };
    }

    /** The dossier of the address; a new one if there is none, in place of the one untouched for longest. */
    synchronized Dossier of(IpAddress address) {
        return dossiers.computeIfAbsent(address, Dossier::new);
    }
}
