package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.history.Familiarity;
import java.util.Optional;

/** A part of all rows that one looks at by itself, a tab of a screen. A row can be in several. */
public enum View {
    /** Every row that is not hidden, those without an open connection among them. */
    ALL,
    /** Peers that no earlier run has seen, and that nobody has marked as known. */
    NEW,
    /** Rows that carried payload within the last few intervals, as far as that is measured. */
    ACTIVE,
    /**
     * Sockets that wait for peers: TCP listeners, and UDP sockets without a peer of their own. Also where they are hidden
     * from the other views, for this is the place to look for them.
     */
    LISTENING,
    /** Rows without an open connection. */
    CLOSED;

    /** Whether the row belongs here, unless it is hidden. */
    public boolean accepts(TrafficRow row) {
        return switch (this) {
            case ALL -> true;
            case NEW -> row.speaker().familiarity().equals(Optional.of(Familiarity.NEW));
            case ACTIVE -> row.rate().isPresent() && row.rate().get().total() > 0;
            case LISTENING -> row.key().direction() == Direction.LISTENING && !row.isStale();
            case CLOSED -> row.isStale();
        };
    }

    /** The one so many places to the right of this, the first after the last. */
    public View next(int places) {
        return values()[Math.floorMod(ordinal() + places, values().length)];
    }
}
