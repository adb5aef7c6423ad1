package dev.netwatch.domain.track;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.sample.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns one look at the operating system into one {@link Snapshot}. Not thread-safe: one thread calls {@link #tick}. */
public final class Sampler {
    private final ConnectionSource source;
    private final ConnectionTracker tracker;
    private final List<Notice> standing;
    private Snapshot latest = Snapshot.MEASURING;

    /** @param standing what is to be told with every snapshot, such as why a better source does not work */
    public Sampler(ConnectionSource source, ConnectionTracker tracker, List<Notice> standing) {
        this.source = source;
        this.tracker = tracker;
        this.standing = List.copyOf(standing);
    }

    /** A source that fails costs freshness, not the screen: the last connections stay, with a notice. */
    public Snapshot tick() {
        try {
            latest = snapshotOf(source.sample());
        } catch (SourceException e) {
            latest = latest.degradedBy(e.notice());
        }
        return latest;
    }

    private Snapshot snapshotOf(Sample sample) {
        Tracking tracking = tracker.advance(sample);
        return new Snapshot(
                Optional.of(sample.takenAt()),
                source.id(),
                source.capabilities(),
                tracking,
                sample.coverage(),
                notices(sample, tracking),
                Optional.empty());
    }

    private List<Notice> notices(Sample sample, Tracking tracking) {
        List<Notice> all = new ArrayList<>(standing);
        all.addAll(sample.coverage().reasons());
        if (tracking.forgotten() > 0) {
            all.add(Notice.info(
                    "past-rows-forgotten",
                    tracking.forgotten() + " closed rows left the screen early to bound memory; history keeps them"));
        }
        all.sort(Comparator.comparing(Notice::severity).reversed());
        return all;
    }
}
