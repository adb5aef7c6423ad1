package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.track.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything there is to show at one moment, apart from what the keys decide.
 *
 * @param snapshot on the screen, which is an older one while it is paused
 * @param listing its rows
 * @param notices those of the snapshot and those of the program, most serious first
 * @param exclusions how many processes are excluded
 * @param now wall time
 * @param still how long the snapshot has been the latest; by our own clock, since a replay's times are of another day
 * @param up since the program started
 * @param today what was carried today; empty where nobody counts that
 * @param history what is remembered of the peer of the selected row
 */
public record Scene(
        Watch watch,
        Snapshot snapshot,
        Listing listing,
        List<Notice> notices,
        int exclusions,
        Instant now,
        Duration still,
        Duration up,
        Optional<ByteCounters> today,
        PeerHistory history) {
    public Scene {
        notices = List.copyOf(notices);
    }

    /** The same, with what is remembered of the selected peer. */
    public Scene with(PeerHistory known) {
        return new Scene(watch, snapshot, listing, notices, exclusions, now, still, up, today, known);
    }
}
