package dev.netwatch.domain.track;

import dev.netwatch.domain.connection.Rate;
import java.util.Optional;

/**
 * Payload per second in each of the last few intervals between two samples: not averaged over several, and with what
 * connections carried that closed meanwhile. Immutable.
 */
/*
 * A view of an array that is only ever written behind the view's end, so that the history of thousands of rows is handed
 * on without being copied.
 */
public final class RateHistory {
    /** Of which nothing is known. */
    public static final RateHistory NOTHING = new RateHistory(new float[0], 0, 0);

    /** Received and sent in turn; not a number where unknown. */
    private final float[] values;

    private final int end;
    private final int size;

    RateHistory(float[] values, int end, int size) {
        this.values = values;
        this.end = end;
        this.size = size;
    }

    /** How many intervals it tells of. */
    public int size() {
        return size;
    }

    /**
     * The rate in one interval.
     *
     * @param ago 0 for the latest interval
     * @return empty for a gap: the sample failed, nothing was measured, or it was too long ago
     */
    public Optional<Rate> at(int ago) {
        if (ago < 0 || ago >= size) {
            return Optional.empty();
        }
        int place = 2 * (end - 1 - ago);
        return Float.isNaN(values[place]) ? Optional.empty() : Optional.of(new Rate(values[place], values[place + 1]));
    }

    /** The highest received and the highest sent within it, each by itself; empty where all is unknown. */
    public Optional<Rate> peak() {
        Optional<Rate> peak = Optional.empty();
        for (int ago = 0; ago < size; ago++) {
            peak = higher(peak, at(ago));
        }
        return peak;
    }

    static Optional<Rate> higher(Optional<Rate> a, Optional<Rate> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.or(() -> b);
        }
        Rate left = a.get();
        Rate right = b.get();
        return Optional.of(new Rate(Math.max(left.received(), right.received()), Math.max(left.sent(), right.sent())));
    }
}
