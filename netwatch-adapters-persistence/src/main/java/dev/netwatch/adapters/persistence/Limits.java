package dev.netwatch.adapters.persistence;

import java.time.Duration;

/**
 * What keeps the file from growing for ever.
 *
 * @param retention how long peers, imported rows and names are kept after they were last of use
 * @param peers at most so many, the latest
 * @param sockets at most so many, the latest; of those that leave, the bytes stay in their peers' totals
 * @param names at most so many, the latest to expire
 * @param batch at most about so many rows of each kind go at a time, so that no caller waits long
 */
record Limits(Duration retention, int peers, int sockets, int names, int batch) {
    /** A socket is only remembered so that another look at it is not counted twice. */
    static final Duration SOCKET_LIFE = Duration.ofDays(90);

    /** Sockets seen within this time are open, or have just closed, and another process may be about to report them. */
    static final Duration FRESH = Duration.ofMinutes(10);

    /** A run that wrote nothing for so long has died. */
    static final Duration RUN_LIFE = Duration.ofDays(30);

    /** With the peers of two average servers, about 100 MB. */
    static Limits of(Duration retention) {
        return new Limits(retention, 200_000, 200_000, 100_000, 1_000);
    }
}
