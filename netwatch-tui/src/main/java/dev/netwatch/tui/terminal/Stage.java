package dev.netwatch.tui.terminal;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.query.Filter;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.screen.Listing;
import dev.netwatch.tui.screen.PeerHistory;
import dev.netwatch.tui.screen.Places;
import dev.netwatch.tui.screen.Scene;
import dev.netwatch.tui.screen.Watch;
import dev.netwatch.tui.state.Arrangement;
import dev.netwatch.tui.state.NoticeLog;
import dev.netwatch.tui.state.TableOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * Sets the scene: the model's answers of this moment, or while paused of an earlier one. Rows are computed again only
 * when what they are computed from has changed, so that moving through ten thousand of them costs nothing.
 */
final class Stage {
    private final DashboardSettings settings;
    private final DashboardModel model;
    private final Watch watch;
    private final long startNanos;
    private Snapshot shown = Snapshot.MEASURING;
    private @Nullable Asked asked;
    private Listing listing;
    private final RowsAhead rows;
    private long shownNanos;
    private NoticeLog log = NoticeLog.EMPTY;
    private Optional<Places> places = Optional.empty();
    private @Nullable Moment moment;

    /* What moves on by itself. */
    private record Moment(Instant now, Duration still, Duration up, Optional<ByteCounters> today) {}

    /** @param changed to be called, from another thread, when there is something new to show */
    Stage(DashboardSettings settings, DashboardModel model, ZoneId zone, Runnable changed) {
        this.settings = settings;
        this.model = model;
        this.watch = new Watch(
                settings.interfaceName(),
                settings.scope() != Filter.ALL,
                settings.address(),
                settings.interval(),
                zone);
        this.startNanos = settings.clock().nanos();
        this.shownNanos = startNanos;
        this.listing = Listing.of(shown, TableOptions.DEFAULT, settings.scope(), Set.of());
        this.rows = new RowsAhead(settings.scope(), changed);
    }

    /** Takes the latest picture, unless it is to stand still. */
    void advance(TableOptions options) {
        Snapshot next =
                options.paused() ? shown : rows.newest(new Asked(model.latest(), options, model.exclusions()), shown);
        if (next != shown) {
            shown = next;
            shownNanos = settings.clock().nanos();
        }
    }

    /** What there is to show of the picture taken last. */
    Scene scene(TableOptions options) {
        Set<Exclusion> exclusions = model.exclusions();
        Asked now = new Asked(shown, options, exclusions);
        if (asked != null && now.sameRowsAs(asked) && isSameArrangement(now, asked)) {
            asked = now;
        } else {
            rows.listing(now).ifPresent(made -> take(made, now));
        }
        List<Notice> notices = notices();
        log = log.told(notices, settings.clock().now());
        Moment told = moment(options);
        return new Scene(
                watch,
                shown,
                listing,
                notices,
                exclusions.size(),
                told.now(),
                told.still(),
                told.up(),
                told.today(),
                PeerHistory.ASKED);
    }

    /** This moment, or while paused the last one before. */
    private Moment moment(TableOptions options) {
        if (moment == null || !options.paused()) {
            long nanos = settings.clock().nanos();
            moment = new Moment(
                    settings.clock().now(),
                    Duration.ofNanos(nanos - shownNanos),
                    Duration.ofNanos(nanos - startNanos),
                    model.today());
        }
        return moment;
    }

    /** The same, with what the history has of the row whose details are shown. */
    Scene remembering(Scene scene, Optional<TrafficRow> row) {
        return row.flatMap(shown -> shown.speaker().fingerprint())
                .map(peer -> scene.with(model.historyOf(peer)))
                .orElse(scene);
    }

    /** What the user was told so far. */
    NoticeLog log() {
        return log;
    }

    private static boolean isSameArrangement(Asked now, Asked before) {
        return now.options().arrangement().equals(before.options().arrangement());
    }

    private void take(Listing made, Asked now) {
        Arrangement arrangement = now.options().arrangement();
        if (asked != null && !isSameFreeze(arrangement, asked.options().arrangement())) {
            places = Optional.empty();
        }
        listing = made;
        keepPlaces(now.options());
        asked = now;
    }

    /** While the order is frozen, lines stay where they stood when it was. */
    private void keepPlaces(TableOptions options) {
        if (!options.arrangement().frozen()) {
            places = Optional.empty();
            return;
        }
        if (places.isPresent()) {
            listing = listing.kept(places.get());
        }
        places = Optional.of(Places.of(listing.lines()));
    }

    /** Whoever asks for another order gets it, and that is frozen then. */
    private static boolean isSameFreeze(Arrangement now, Arrangement before) {
        return now.order().equals(before.order()) && now.grouping() == before.grouping();
    }

    private List<Notice> notices() {
        List<Notice> all = new ArrayList<>(shown.notices());
        all.addAll(model.notices());
        all.sort(Comparator.comparing(Notice::severity).reversed());
        return all;
    }
}
