package dev.netwatch.tui.runtime;

import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.HistoryRepository;
import dev.netwatch.tui.screen.PeerHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/* What the screen asks of single peers: answered at once with what is known, asked of the history behind. */
final class PeerLookups {
    private static final int MOST_KEPT = 200;
    /** The row that is looked at goes on carrying. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Answered(PeerHistory history, long nanos) {}

    private final Clock clock;
    private final Runnable wake;
    private final Runnable changed;
    private final Map<Fingerprint, Answered> answers = new LinkedHashMap<>();
    private final Set<Fingerprint> wanted = new LinkedHashSet<>();

    /**
     * @param wake tells the database thread that there is something to look up
     * @param changed told when there is a new answer
     */
    PeerLookups(Clock clock, Runnable wake, Runnable changed) {
        this.clock = clock;
        this.wake = wake;
        this.changed = changed;
    }

    synchronized PeerHistory of(Fingerprint peer) {
        Answered known = answers.get(peer);
        boolean old = known == null || clock.nanos() - known.nanos >= FRESH.toNanos();
        if (old && wanted.size() < MOST_KEPT && wanted.add(peer)) {
            wake.run();
        }
        return known == null ? PeerHistory.ASKED : known.history;
    }

    Chore answeredBy(HistoryRepository history) {
        return last -> {
            List<Fingerprint> asked = last ? List.of() : asked();
            for (Fingerprint peer : asked) {
                answer(peer, PeerHistory.of(history.find(peer)));
            }
            if (!asked.isEmpty()) {
                changed.run();
            }
        };
    }

    private synchronized List<Fingerprint> asked() {
        return new ArrayList<>(wanted);
    }

    private synchronized void answer(Fingerprint peer, PeerHistory history) {
        wanted.remove(peer);
        answers.remove(peer);
        answers.put(peer, new Answered(history, clock.nanos()));
        if (answers.size() > MOST_KEPT) {
            answers.remove(answers.keySet().iterator().next());
        }
    }
}
