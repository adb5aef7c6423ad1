package dev.netwatch.tui.output;

import dev.netwatch.domain.track.Connection;
import java.time.Instant;

/**
 * Something that happened to a connection, as {@code stream} tells it.
 *
 * @param at when it was found out
 */
public record ConnectionEvent(Kind kind, Connection connection, Instant at) {
    /** What happened. */
    public enum Kind {
        OPENED,
        UPDATED,
        CLOSED
    }
}
