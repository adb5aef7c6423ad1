package dev.netwatch.domain.query;

/** What rows are ordered by. */
public enum SortKey {
    TOTAL,
    PROCESS,
    CONNECTIONS,
    RECEIVED,
    SENT;

    /** The one after this, the first after the last. */
    public SortKey next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
