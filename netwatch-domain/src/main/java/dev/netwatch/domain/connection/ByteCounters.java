package dev.netwatch.domain.connection;

import java.util.Optional;

/**
 * Application payload a socket carried since it opened, in bytes; cumulative. A socket whose bytes nobody measured has
 * no {@code ByteCounters} at all: unknown is not zero.
 *
 * @param received payload bytes received, not negative
 * @param sent payload bytes sent, without retransmissions, not negative
 * @param receivedQuality {@link ByteQuality#EXACT} or {@link ByteQuality#ESTIMATED}
 * @param sentQuality {@link ByteQuality#EXACT} or {@link ByteQuality#ESTIMATED}
 */
public record ByteCounters(long received, long sent, ByteQuality receivedQuality, ByteQuality sentQuality) {
    public ByteCounters {
        if (received < 0 || sent < 0) {
            throw new IllegalArgumentException("negative byte counter: received " + received + ", sent " + sent);
        }
        if (receivedQuality == ByteQuality.UNAVAILABLE || sentQuality == ByteQuality.UNAVAILABLE) {
            throw new IllegalArgumentException("an unavailable count is an absent ByteCounters");
        }
    }

    /** Both figures exact. */
    public static ByteCounters exact(long received, long sent) {
        return new ByteCounters(received, sent, ByteQuality.EXACT, ByteQuality.EXACT);
    }

    /** The same figures, both marked as estimates: what was measured last, when the end was not seen. */
    public ByteCounters estimated() {
        return new ByteCounters(received, sent, ByteQuality.ESTIMATED, ByteQuality.ESTIMATED);
    }

    /** The quality of optional counters, as one word: the weaker of both figures, or unavailable. */
    public static ByteQuality qualityOf(Optional<ByteCounters> counters) {
        return counters.map(ByteCounters::quality).orElse(ByteQuality.UNAVAILABLE);
    }

    /** The weaker of both qualities. */
    public ByteQuality quality() {
        return receivedQuality.weaker(sentQuality);
    }

    /** Received and sent together. */
    public long total() {
        return received + sent;
    }

    public ByteCounters plus(ByteCounters other) {
        return new ByteCounters(
                received + other.received,
                sent + other.sent,
                receivedQuality.weaker(other.receivedQuality),
                sentQuality.weaker(other.sentQuality));
    }

    /**
     * What came after {@code earlier}, which this {@link #continues}.
     *
     * @throws IllegalArgumentException if it does not
     */
    public ByteCounters minus(ByteCounters earlier) {
        return new ByteCounters(
                received - earlier.received,
                sent - earlier.sent,
                receivedQuality.weaker(earlier.receivedQuality),
                sentQuality.weaker(earlier.sentQuality));
    }

    /** Whether both figures are at least those of {@code earlier}; counters that fell belong to another socket. */
    public boolean continues(ByteCounters earlier) {
        return received >= earlier.received && sent >= earlier.sent;
    }
}
