package dev.netwatch.domain.track;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/*
 * Closed connections are added up per row, so that a machine with a thousand short connections a second costs memory
 * per peer, not per connection. Entries leave when they are too old, and the oldest leave first when there are too many.
 * The map is ordered by last change, so both look only at its front.
 */
final class PastLedger {
    private final Map<TrafficKey, PastTraffic> byKey = new LinkedHashMap<>();
    private final Duration keepFor;
    private final int atMost;
    private long forgotten;

    PastLedger(Duration keepFor, int atMost) {
        this.keepFor = keepFor;
        this.atMost = atMost;
    }

    void add(Connection closed, Instant at) {
        PastTraffic earlier = byKey.remove(TrafficKey.of(closed));
        PastTraffic now = earlier == null ? PastTraffic.of(closed, at) : earlier.and(closed, at);
        byKey.put(now.key(), now);
    }

    /** Drops what has expired, and refreshes names that came late. */
    void tidy(Instant now, Annotator annotator) {
        Iterator<PastTraffic> oldestFirst = byKey.values().iterator();
        while (oldestFirst.hasNext()) {
            PastTraffic past = oldestFirst.next();
            boolean expired = past.lastSeen().plus(keepFor).isBefore(now);
            if (!expired && byKey.size() <= atMost) {
                break;
            }
            forgotten += expired ? 0 : 1;
            oldestFirst.remove();
        }
        byKey.replaceAll((key, past) -> past.annotatedBy(annotator));
    }

    List<PastTraffic> entries() {
        return List.copyOf(byKey.values());
    }

    /** How many rows left before their time because there were too many. */
    long forgotten() {
        return forgotten;
    }
}
