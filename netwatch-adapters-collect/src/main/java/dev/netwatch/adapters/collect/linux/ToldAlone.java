package dev.netwatch.adapters.collect.linux;

import java.util.HashSet;
import java.util.Set;

/**
 * Closed sockets that were told by their record because no notification came: one that comes after all tells nothing
 * new. Not thread-safe.
 */
final class ToldAlone {
    /** Samples after which, at the earliest, no notification is awaited any more. */
    private static final int PATIENCE = 100;

    private Set<Long> lately = new HashSet<>();
    private Set<Long> before = new HashSet<>();
    private int samples;

    void add(long cookie) {
        lately.add(cookie);
    }

    /** @return whether it was told */
    boolean remove(long cookie) {
        return lately.remove(cookie) || before.remove(cookie);
    }

    /** After each sample. */
    void next() {
        if (++samples % PATIENCE == 0) {
            before = lately;
            lately = new HashSet<>();
        }
    }
}
