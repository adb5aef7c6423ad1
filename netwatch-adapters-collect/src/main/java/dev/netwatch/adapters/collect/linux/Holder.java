package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A process found to hold sockets. */
final class Holder {
    final int pid;
    final StatLine stat;
    final ProcessRef process;
    /** How many sockets it was found to hold: those who hold many are asked before others. */
    int found;
    /** Which search found the last of them: those who lately opened sockets are asked first. */
    long lastFound;
    /** What {@link OwnerBook} last made of it. */
    @Nullable
    Owner owner;

    /** Ended, or another program by now: its sockets need a new owner. */
    boolean stale;

    /** Where it runs. */
    Place place = Place.UNKNOWN;

    Holder(int pid, StatLine stat, ProcessRef process) {
        this.pid = pid;
        this.stat = stat;
        this.process = process;
    }

    /** Whether a fresh line tells of the same process running the same program. */
    boolean isStill(Optional<StatLine> now) {
        return now.isPresent()
                && now.get().startTicks() == stat.startTicks()
                && now.get().name().equals(stat.name());
    }
}
