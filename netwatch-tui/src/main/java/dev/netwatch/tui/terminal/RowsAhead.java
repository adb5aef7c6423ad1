package dev.netwatch.tui.terminal;

import dev.netwatch.domain.query.Filter;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.screen.Listing;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/*
 * Makes the rows. Of a few connections at once; of many on a thread of its own, for ten thousand take longer than a key
 * may: until they are made, the screen goes on with those it has. Only what was asked for last is made. One thread asks.
 */
final class RowsAhead {
    /** So many sockets take less than a key does. */
    static final int FEW = 1000;

    private record Made(Asked asked, Listing listing) {}

    private final Filter scope;
    private final Runnable changed;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "netwatch-rows");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<@Nullable Asked> wanted = new AtomicReference<>();
    private final AtomicReference<@Nullable Made> made = new AtomicReference<>();
    private volatile @Nullable RuntimeException failure;
    private @Nullable Asked askedLast;

    /** @param changed to be called, from another thread, when rows have been made that were not there when asked for */
    RowsAhead(Filter scope, Runnable changed) {
        this.scope = scope;
        this.changed = changed;
    }

    /** The picture to show: the latest whose rows are made, else the one that is shown. */
    Snapshot newest(Asked latest, Snapshot shown) {
        if (isSmall(latest.snapshot()) || latest.snapshot() == shown) {
            return latest.snapshot();
        }
        Made ready = made.get();
        if (ready != null && latest.isAnsweredBy(ready.asked)) {
            return latest.snapshot();
        }
        ask(latest);
        // Where they take longer than an interval, the latest are never ready: then those before them do.
        return ready != null && latest.isAnsweredBy(ready.asked.with(latest.snapshot()))
                ? ready.asked.snapshot()
                : shown;
    }

    /** The rows; nothing while they are made. */
    Optional<Listing> listing(Asked asked) {
        if (isSmall(asked.snapshot())) {
            Listing listing = make(asked);
            made.set(new Made(asked, listing));
            return Optional.of(listing);
        }
        Made ready = made.get();
        if (ready != null && asked.isAnsweredBy(ready.asked)) {
            return Optional.of(ready.listing);
        }
        ask(asked);
        return Optional.empty();
    }

    private static boolean isSmall(Snapshot snapshot) {
        return snapshot.tracking().open().size() + snapshot.tracking().past().size() <= FEW;
    }

    /** The same rows in another order or other groups are cheaper than new ones. */
    private Listing make(Asked asked) {
        Made before = made.get();
        if (before != null && asked.sameRowsAs(before.asked)) {
            return before.listing.arranged(asked.options());
        }
        return Listing.of(asked.snapshot(), asked.options(), scope, asked.exclusions());
    }

    private void ask(Asked asked) {
        if (failure != null) {
            throw new IllegalStateException("the rows cannot be made", failure);
        }
        if (askedLast == null || !asked.isAnsweredBy(askedLast)) {
            askedLast = asked;
            wanted.set(asked);
            worker.execute(this::makeWanted);
        }
    }

    private void makeWanted() {
        Asked asked = wanted.getAndSet(null);
        if (asked == null) {
            return; // it was asked for something newer meanwhile, and that is made
        }
        try {
            made.set(new Made(asked, make(asked)));
        } catch (RuntimeException e) { // our own mistake: the thread that draws ends the program with it
            failure = e;
        }
        changed.run();
    }
}
