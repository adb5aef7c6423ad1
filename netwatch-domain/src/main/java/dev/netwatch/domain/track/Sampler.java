package dev.netwatch.domain.track;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.sample.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Turns one look at the operating system into one {@link Snapshot}. Not thread-safe: one thread calls {@link #tick} and
 * {@link #close}.
 */
public final class Sampler implements AutoCloseable {
    private final SourceSelector selector;
    private final ConnectionTracker tracker;
    private SourceSelector.Choice choice;
    private Snapshot latest = Snapshot.MEASURING;

    /** @param selector names another source should the chosen one fail at once */
    public Sampler(SourceSelector selector, SourceSelector.Choice choice, ConnectionTracker tracker) {
        this.selector = selector;
        this.choice = choice;
        this.tracker = tracker;
    }

    /**
     * For a source that nothing stands in for.
     *
     * @param standing what is to be told with every snapshot, such as why a better source does not work
     */
    public Sampler(ConnectionSource source, ConnectionTracker tracker, List<Notice> standing) {
        this(new SourceSelector(List.of(source)), new SourceSelector.Choice(source, standing, true), tracker);
    }

    /**
     * A source that fails costs freshness, not the screen: the last connections stay, with a notice. One that fails at
     * its first sample never worked here: the next best takes its place and says why.
     *
     * @throws SourceException if no source ever worked
     */
    public Snapshot tick() {
        while (true) {
            try {
                latest = snapshotOf(choice.source().sample());
                return latest;
            } catch (SourceException e) {
                if (!latest.isMeasuring()) {
                    tracker.miss();
                    latest = latest.degradedBy(e.notice());
                    return latest;
                }
                choice.source().close();
                choice = selector.instead(choice, e.notice());
            }
        }
    }

    /** Closes the source in use. */
    @Override
    public void close() {
        choice.source().close();
    }

    private Snapshot snapshotOf(Sample sample) {
        Tracking tracking = tracker.advance(sample);
        return new Snapshot(
                Optional.of(sample.takenAt()),
                choice.source().id(),
                choice.source().capabilities(),
                tracking,
                sample.coverage(),
                notices(sample, tracking),
                Optional.empty());
    }

    private List<Notice> notices(Sample sample, Tracking tracking) {
        List<Notice> all = new ArrayList<>(choice.passedOver());
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
