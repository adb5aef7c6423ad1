package dev.netwatch.tui.runtime;

import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.port.HistoryRepository;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/*
 * Which new peers the user has marked as known: at once in memory, written behind. What the user said holds, whatever
 * the store says later of what it was before.
 */
final class PeerMarks {
    private static final int MOST_WAITING = 1000;

    private final Map<Fingerprint, Boolean> said = new ConcurrentHashMap<>();
    private final BlockingQueue<Consumer<HistoryRepository>> changes = new LinkedBlockingQueue<>(MOST_WAITING);

    void mark(Fingerprint peer, boolean known) {
        said.put(peer, known);
        changes.offer(store -> store.mark(peer, known));
    }

    boolean isMarked(Fingerprint peer) {
        return said.getOrDefault(peer, false);
    }

    /** The store has told of these. */
    void learn(Collection<Fingerprint> marked) {
        marked.forEach(peer -> said.putIfAbsent(peer, true));
    }

    Chore storedIn(HistoryRepository store) {
        return last -> {
            for (var change = changes.peek(); change != null; change = changes.peek()) {
                change.accept(store);
                changes.remove(change);
            }
        };
    }
}
