package dev.netwatch.domain.history;

import java.time.Instant;
import java.util.Optional;

/**
 * A question to the history, of the kind a repository can answer itself. The answer is ordered by last sighting, latest
 * first.
 *
 * @param process part of the program's path or name, case ignored
 * @param remote part of the address, host name or organisation, case ignored
 * @param since only peers seen at or after this time
 * @param limit at most so many, positive
 */
public record HistoryQuery(Optional<String> process, Optional<String> remote, Optional<Instant> since, int limit) {
    public static final HistoryQuery ALL =
            new HistoryQuery(Optional.empty(), Optional.empty(), Optional.empty(), Integer.MAX_VALUE);

    public HistoryQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is positive, not " + limit);
        }
    }
}
