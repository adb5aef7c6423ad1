package dev.netwatch.tui.runtime;

import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ExclusionRepository;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/*
 * What is hidden: at once in memory, written behind. What the user does before the store has been read holds: one lock,
 * so that nothing read or added comes between a clearing and what it clears. Reading what is hidden needs none.
 */
final class ExclusionMemory {
    private static final int MOST_WAITING = 1000;

    private final Clock clock;
    private final Set<Exclusion> configured;
    private final AtomicReference<Set<Exclusion>> hidden;
    private final BlockingQueue<Consumer<ExclusionRepository>> changes = new LinkedBlockingQueue<>(MOST_WAITING);
    /** Before the store was read. */
    private final Set<String> removed = new HashSet<>();

    private boolean cleared;
    private volatile boolean read;

    /** @param configured names from the configuration file */
    ExclusionMemory(Collection<String> configured, Clock clock) {
        this.clock = clock;
        this.configured = configured.stream()
                .distinct()
                .map(name -> new Exclusion(name, clock.now()))
                .collect(Collectors.toUnmodifiableSet());
        this.hidden = new AtomicReference<>(this.configured);
    }

    Set<Exclusion> all() {
        return hidden.get();
    }

    synchronized void add(String process) {
        Exclusion added = new Exclusion(process, clock.now());
        removed.remove(process);
        include(List.of(added));
        changes.offer(store -> store.add(added));
    }

    /** Shows a process again; one that the configuration file names stays hidden. */
    synchronized void remove(String process) {
        removed.add(process);
        hidden.updateAndGet(before -> before.stream()
                .filter(known -> !known.process().equals(process) || configured.contains(known))
                .collect(Collectors.toUnmodifiableSet()));
        changes.offer(store -> store.remove(process));
    }

    /** Hides nothing any more but what the configuration file names. */
    synchronized void clear() {
        cleared = true;
        hidden.set(configured);
        changes.clear();
        changes.offer(ExclusionRepository::clear);
    }

    private void include(Collection<Exclusion> more) {
        hidden.updateAndGet(before -> {
            Set<Exclusion> after = new HashSet<>(before);
            for (Exclusion exclusion : more) {
                if (after.stream().noneMatch(known -> known.process().equals(exclusion.process()))) {
                    after.add(exclusion);
                }
            }
            return Set.copyOf(after);
        });
    }

    private synchronized void includeStored(Collection<Exclusion> stored) {
        if (!cleared) {
            include(stored.stream()
                    .filter(exclusion -> !removed.contains(exclusion.process()))
                    .toList());
        }
    }

    /** Reads the store once and writes changes to it from then on. */
    Chore storedIn(ExclusionRepository store) {
        return last -> {
            if (!read && !last) {
                includeStored(store.list());
                read = true;
            }
            for (var change = changes.peek(); change != null; change = changes.peek()) {
                change.accept(store);
                changes.remove(change);
            }
        };
    }

    /** Whether what the store holds is among {@link #all}. */
    boolean isRead() {
        return read;
    }
}
