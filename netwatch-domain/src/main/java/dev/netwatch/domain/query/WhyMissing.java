package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.domain.track.Snapshot;
import java.util.Optional;

/**
 * Why a figure or an owner is missing, each as the middle of a sentence for people: without capital letter and full stop.
 * Empty where nothing is missing. The source's and the user's name in it are foreign text.
 *
 * @param snapshot that the connections are of
 */
public record WhyMissing(Snapshot snapshot) {

    /** Why nobody knows what it carried. */
    public Optional<String> bytes(Connection connection) {
        return connection.counters().isPresent() ? Optional.empty() : Optional.of(uncounted(connection));
    }

    private String uncounted(Connection connection) {
        boolean udp = connection.protocol() == Protocol.UDP;
        if (isListener(connection)) {
            return "a listening socket carries nothing itself; what it accepts has rows of its own";
        }
        if (connection.isRemnant()) {
            return "it had ended before netwatch looked; the system keeps only its ports";
        }
        if (!promises(udp ? Capability.UDP_BYTES : Capability.TCP_BYTES)) {
            return "the source " + snapshot.source() + " counts no bytes of " + (udp ? "UDP" : "TCP")
                    + "; netwatch doctor says what does here";
        }
        return connection.closedAt().isPresent()
                ? "it closed before it was measured"
                : "the source " + snapshot.source() + " has not counted this socket yet";
    }

    /** Why there is no rate. */
    public Optional<String> rate(Connection connection) {
        if (connection.rate().isPresent()) {
            return Optional.empty();
        }
        if (connection.closedAt().isPresent()) {
            return Optional.of("it is closed");
        }
        return bytes(connection).or(() -> Optional.of("it has been measured only once; a rate needs two samples"));
    }

    /** Why there is no round-trip time. */
    public Optional<String> roundTrip(Connection connection) {
        if (connection.socket().metrics().isPresent()) {
            return Optional.empty();
        }
        if (connection.protocol() == Protocol.UDP) {
            return Optional.of("UDP measures none");
        }
        if (isListener(connection)) {
            return Optional.of("a listening socket has no peer to measure it with");
        }
        if (!promises(Capability.TCP_METRICS)) {
            return Optional.of("the source " + snapshot.source() + " does not tell it");
        }
        return Optional.of(
                connection.state().isSynchronized() || connection.closedAt().isPresent()
                        ? "it ended before it was measured"
                        : "the peer has not answered yet");
    }

    /** Why there is no count of segments sent again. */
    public Optional<String> retransmits(Connection connection) {
        boolean counted = connection
                .socket()
                .metrics()
                .filter(metrics -> metrics.retransmits().isPresent())
                .isPresent();
        if (counted) {
            return Optional.empty();
        }
        return connection.protocol() == Protocol.UDP
                ? Optional.of("UDP sends nothing again by itself")
                : roundTrip(connection).or(() -> Optional.of("nobody counted them since it opened"));
    }

    /** Why the process is not known. */
    public Optional<String> owner(Connection connection) {
        Owner owner = connection.owner();
        if (owner.process().isPresent()) {
            return Optional.empty();
        }
        if (!promises(Capability.OWNERS)) {
            return Optional.of("the source " + snapshot.source() + " does not tell owners");
        }
        if (owner.attribution() == Attribution.NO_PERMISSION) {
            return Optional.of("it belongs to " + user(owner) + "; only root may know whose process holds it");
        }
        return Optional.of(
                connection.state() == SocketState.TIME_WAIT
                        ? "its process has closed it; the system waits for stray packets alone"
                        : "no process holds it: closed and waiting, orphaned, or the system's own");
    }

    private static String user(Owner owner) {
        if (owner.user().isPresent()) {
            return "the user " + owner.user().get();
        }
        return owner.uid().isPresent()
                ? "the user with the number " + owner.uid().getAsLong()
                : "another user";
    }

    private static boolean isListener(Connection connection) {
        return connection.protocol() == Protocol.TCP && connection.direction() == Direction.LISTENING;
    }

    private boolean promises(Capability capability) {
        return snapshot.capabilities().contains(capability);
    }
}
