package dev.netwatch.domain.port;

import dev.netwatch.domain.history.Fingerprint;
import java.util.OptionalInt;

/** Recalls how often peers were seen, for those who cannot wait for a disk. */
@FunctionalInterface
public interface PeerMemory {
    /** Remembers nothing and never will. */
    PeerMemory NONE = peer -> OptionalInt.empty();

    /** How many other runs have seen the peer; empty while that is not known yet. Answers at once. */
    OptionalInt otherRuns(Fingerprint peer);

    /** Whether the user has marked the peer as known, as far as that is known by now. Answers at once. */
    default boolean isMarked(Fingerprint peer) {
        return false;
    }
}
