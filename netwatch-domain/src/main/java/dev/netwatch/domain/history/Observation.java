package dev.netwatch.domain.history;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.SocketId;
import java.time.Instant;
import java.util.Optional;

/**
 * What one run saw of one socket so far; a later observation of the same socket replaces an earlier one;
 * of two at the same moment the less certain one tells what their bytes are worth.
 *
 * @param processName the program's short name, as shown
 * @param seenFrom when this run saw it first
 * @param seenUntil when this run saw it last, not before {@code seenFrom}
 * @param counters cumulative since the socket opened, empty where nobody measures them
 * @param sinceOpened whether this run saw the socket open, so that all it carried it carried since {@code seenFrom}
 */
public record Observation(
        SocketId socket,
        Fingerprint peer,
        String processName,
        Instant seenFrom,
        Instant seenUntil,
        Optional<ByteCounters> counters,
        boolean sinceOpened) {

    /** Of a socket that may have been open before. */
    public Observation(
            SocketId socket,
            Fingerprint peer,
            String processName,
            Instant seenFrom,
            Instant seenUntil,
            Optional<ByteCounters> counters) {
        this(socket, peer, processName, seenFrom, seenUntil, counters, false);
    }
}
