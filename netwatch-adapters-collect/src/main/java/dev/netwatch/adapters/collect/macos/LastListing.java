package dev.netwatch.adapters.collect.macos;

import java.time.Duration;
import java.util.List;

/** What a program listed when it last answered: good for a while when it does not. */
final class LastListing<T> {
    private static final long GOOD_FOR = Duration.ofMinutes(1).toNanos();

    private List<T> entries = List.of();
    private long heardAt;

    /**
     * @param fresh whether the program listed them now; else they are those of before that are still thought to be there
     * @param now monotonic nanoseconds
     */
    void keep(List<T> listed, boolean fresh, long now) {
        entries = List.copyOf(listed);
        heardAt = fresh ? now : heardAt;
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
