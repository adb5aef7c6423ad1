package dev.netwatch.adapters.collect.macos;

import java.time.Duration;
import java.util.List;

/** What a program listed when it last answered: good for a while when it does not. */
final class LastListing<T> {
    private static final long GOOD_FOR = Duration.ofMinutes(1).toNanos();

    private List<T> entries = List.of();
    private long heardAt;

    /** @param now monotonic nanoseconds */
    void heard(List<T> listed, long now) {
        entries = List.copyOf(listed);
        heardAt = now;
    }

    /** Those of them that are still thought to be there. */
    void narrow(List<T> left) {
        entries = List.copyOf(left);
    }

    /** However long ago. */
    List<T> entries() {
        return entries;
    }

    /** Empty when it is too long ago. */
    List<T> at(long now) {
        return now - heardAt > GOOD_FOR ? List.of() : entries;
    }
}
