package dev.netwatch.domain.connection;

/** How much a byte figure is worth. */
public enum ByteQuality {
    /** Counted by the system, to the byte. */
    EXACT,
    /** Measured, but known to be a little off or a lower bound; shown with {@code ~}. */
    ESTIMATED,
    /** Not measured; shown as {@code –}, never as 0. */
    UNAVAILABLE;

    /** The weaker of the two: a sum is worth no more than its worst part. */
    public ByteQuality weaker(ByteQuality other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
