package dev.netwatch.tui.screen;

import dev.netwatch.domain.history.Sighting;
import java.util.Optional;

/**
 * What the history has of one peer, as far as it has answered.
 *
 * @param sighting present exactly where it is found; sockets under way are in it as they were when last written
 */
public record PeerHistory(State state, Optional<Sighting> sighting) {
    public static final PeerHistory ASKED = new PeerHistory(State.ASKED, Optional.empty());
    public static final PeerHistory UNRECORDED = new PeerHistory(State.UNRECORDED, Optional.empty());
    public static final PeerHistory UNAVAILABLE = new PeerHistory(State.UNAVAILABLE, Optional.empty());

    /** How far it is. */
    public enum State {
        /** The answer is still to come. */
        ASKED,
        FOUND,
        /** Not written down yet. */
        UNRECORDED,
        /** No history is kept here. */
        UNAVAILABLE
    }

    public static PeerHistory of(Optional<Sighting> found) {
        return found.isPresent() ? new PeerHistory(State.FOUND, found) : UNRECORDED;
    }
}
