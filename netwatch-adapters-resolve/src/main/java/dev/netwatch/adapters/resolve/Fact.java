package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.name.Answer;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is known of one kind of name of one address, until when, and whether it is being asked for. Thread-safe. */
final class Fact {
    /* The answer goes with its date: a reader sees both or neither. */
    private record Known(Answer answer, Instant until) {}

    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Known known = new Known(new Answer.Pending(), Instant.MIN);

    Answer answer() {
        return known.answer();
    }

    /** Whether the caller is the one to ask now; it must {@link #learn} or {@link #giveUp} in the end. */
    boolean startAsking(Instant now) {
        return !now.isBefore(known.until()) && asking.compareAndSet(false, true);
    }

    /** A name known from before outlives a failure to ask anew. */
    void learn(Answer answer, Instant until) {
        boolean keepOld = answer instanceof Answer.Failed && known.answer() instanceof Answer.Found;
        known = new Known(keepOld ? known.answer() : answer, until);
        asking.set(false);
    }

    /** Nothing was learned; the next one may ask at once. */
    void giveUp() {
        asking.set(false);
    }
}
