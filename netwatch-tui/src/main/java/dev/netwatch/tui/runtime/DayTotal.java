package dev.netwatch.tui.runtime;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.port.HistoryRepository;
import dev.netwatch.domain.track.RecentRates;
import dev.netwatch.domain.track.Snapshot;
import java.util.Optional;

/*
 * The bytes of today: what the history has of it, and what this run has seen since it wrote that down. The history counts
 * no socket twice, however many runs write it; what is added here is never more than one batch.
 */
final class DayTotal {
    private record Written(Optional<ByteCounters> total, RecentRates.Series until) {}

    private volatile Written written = new Written(Optional.empty(), RecentRates.NOTHING.network());

    /** All of the snapshot has been written. Called by the database thread. */
    void written(Snapshot snapshot, HistoryRepository history) {
        if (snapshot.at().isPresent()) {
            written = new Written(
                    history.bytesOfDay(snapshot.at().get()),
                    snapshot.tracking().rates().network());
        }
    }

    /** With what the snapshot knows beyond that; any thread. */
    Optional<ByteCounters> with(Snapshot latest) {
        Written base = written;
        RecentRates.Series now = latest.tracking().rates().network();
        return base.total.map(total -> total.plus(ByteCounters.exact(
                Math.max(0, now.received() - base.until.received()), Math.max(0, now.sent() - base.until.sent()))));
    }
}
