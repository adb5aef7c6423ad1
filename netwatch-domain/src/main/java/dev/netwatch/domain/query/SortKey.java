package dev.netwatch.domain.query;

import java.util.List;

/** What rows are ordered by: everything a table can show of them. */
public enum SortKey {
    /** Bytes both ways together. */
    TOTAL(true),
    /** What the process is called, letter case ignored. */
    PROCESS(false),
    /** Open connections. */
    CONNECTIONS(true),
    /** Bytes received. */
    RECEIVED(true),
    /** Bytes sent. */
    SENT(true),
    /** Bytes per second both ways together, averaged over the last few intervals so that rows do not dance. */
    RATE(true),
    /** Bytes received per second, averaged likewise. */
    RATE_RECEIVED(true),
    /** Bytes sent per second, averaged likewise. */
    RATE_SENT(true),
    PID(false),
    /** The user's name, else number. */
    USER(false),
    /** In how many runs the peer was seen: new ones first. */
    FAMILIARITY(false),
    PROTOCOL(false),
    DIRECTION(false),
    /** Our address and port. */
    LOCAL(false),
    /** The peer's host name; behind those the addresses that have none. */
    REMOTE(false),
    /** The service's port. */
    PORT(false),
    ORGANISATION(false),
    STATE(false),
    /** Round-trip time, the slowest first. */
    RTT(true),
    /** When the first connection of the row was seen, the youngest row first. */
    FIRST_SEEN(true),
    /** When the row was seen last: orders those that are closed, for an open row is seen now. */
    LAST_SEEN(true),
    CONTAINER(false);

    private static final List<SortKey> USUAL = List.of(TOTAL, PROCESS, CONNECTIONS, RECEIVED, SENT);

    private final boolean descendingFirst;

    SortKey(boolean descendingFirst) {
        this.descendingFirst = descendingFirst;
    }

    /** The direction one expects: names from A, figures from the highest, the new and the youngest first. */
    public boolean descendingFirst() {
        return descendingFirst;
    }

    /** The next of the five usual ones (total, process, connections, received, sent), the first after the last. */
    public SortKey next() {
        return USUAL.get((USUAL.indexOf(this) + 1) % USUAL.size());
    }
}
