package dev.netwatch.domain.track;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Container;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.history.Observation;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.sample.SocketSample;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A socket followed over time (of UDP too), and what is known about its peer.
 *
 * @param socket the latest sample, completed by what earlier ones knew: an owner, counters that the last one lacks
 * @param firstSeenAt when the first sample showed it
 * @param openedAt when it opened, at the latest: it was not there at the sample before, which is one interval earlier,
 *     or more where samples failed in between; empty if it was open before anybody looked
 * @param closedAt when it was found closed; empty while it is open
 * @param rate over a short window; empty until two samples have counted it, and once it is closed
 * @param name what its remote address is called
 * @param otherRuns how many other runs saw this peer; empty while that is not known, and where there is no peer
 * @param marked whether the user has marked this peer as known
 * @param stateSince since when it is in its state, at the latest: it was not at the sample before; empty if it was when
 *     it was seen first
 */
public record Connection(
        SocketSample socket,
        Direction direction,
        Instant firstSeenAt,
        Optional<Instant> openedAt,
        Optional<Instant> closedAt,
        Optional<Rate> rate,
        RemoteName name,
        OptionalInt otherRuns,
        boolean marked,
        Optional<Instant> stateSince) {

    /** In its first known state, and with a peer that nobody has marked. */
    public Connection(
            SocketSample socket,
            Direction direction,
            Instant firstSeenAt,
            Optional<Instant> openedAt,
            Optional<Instant> closedAt,
            Optional<Rate> rate,
            RemoteName name,
            OptionalInt otherRuns) {
        this(socket, direction, firstSeenAt, openedAt, closedAt, rate, name, otherRuns, false, openedAt);
    }

    public SocketId id() {
        return socket.id();
    }

    public Protocol protocol() {
        return socket.tuple().protocol();
    }

    public SocketState state() {
        return socket.state();
    }

    public Owner owner() {
        return socket.owner();
    }

    public Endpoint local() {
        return socket.tuple().local();
    }

    public Optional<Endpoint> remote() {
        return socket.tuple().remote();
    }

    public Optional<ByteCounters> counters() {
        return socket.counters();
    }

    /** What its process runs in; empty for the machine itself, and where that is not known. */
    public Optional<Container> container() {
        return socket.scope().container();
    }

    /** The systemd unit its process runs in, such as {@code ssh.service}; foreign text. */
    public Optional<String> unit() {
        return socket.scope().unit();
    }

    /** The number of its network namespace, as {@code readlink /proc/PID/ns/net} tells it. */
    public Optional<String> networkNamespace() {
        return socket.scope().networkNamespace();
    }

    /** What its process is called on a screen; empty without one. */
    public Optional<String> processName() {
        return owner().process().map(process -> process.name());
    }

    /**
     * Whether it had ended before anybody looked: the kernel keeps its ports from being used again (TIME_WAIT), and
     * nothing else is known of it. Not remembered by a history, and not shown unasked.
     */
    public boolean isRemnant() {
        return state() == SocketState.TIME_WAIT
                && counters().isEmpty()
                && owner().process().isEmpty();
    }

    /** The port of the service: the peer's, but one's own where the peer connected to us or none is there. */
    public int servicePort() {
        boolean ours = direction == Direction.INBOUND || remote().isEmpty();
        return ours ? local().port() : remote().get().port();
    }

    /** How a history knows the peer; empty without one, and for a {@link #isRemnant remnant}. */
    public Optional<Fingerprint> fingerprint() {
        return remote().filter(peer -> !isRemnant())
                .map(peer -> new Fingerprint(
                        owner().process().map(process -> process.program()).orElse(""),
                        peer.address(),
                        servicePort(),
                        protocol()));
    }

    /** How many runs saw this peer, this one counted; empty while not known. */
    public OptionalInt timesSeen() {
        return otherRuns.isPresent() ? OptionalInt.of(otherRuns.getAsInt() + 1) : OptionalInt.empty();
    }

    /** New where no other run saw the peer and nobody marked it; empty while not known, and where there is no peer. */
    public Optional<Familiarity> familiarity() {
        return otherRuns.isEmpty()
                ? Optional.empty()
                : Optional.of(otherRuns.getAsInt() == 0 && !marked ? Familiarity.NEW : Familiarity.SEEN);
    }

    /** What to write into a history now; empty without a peer. */
    public Optional<Observation> observation(Instant now) {
        return fingerprint()
                .map(peer -> new Observation(
                        id(),
                        peer,
                        processName().orElse(""),
                        firstSeenAt,
                        closedAt.orElse(now).isBefore(firstSeenAt) ? firstSeenAt : closedAt.orElse(now),
                        counters(),
                        openedAt.isPresent()));
    }

    Connection sampled(SocketSample latest, Optional<Rate> measured, Instant at) {
        return new Connection(
                latest,
                direction,
                firstSeenAt,
                openedAt,
                closedAt,
                measured,
                name,
                otherRuns,
                marked,
                since(latest, at));
    }

    Connection directed(Direction known) {
        return new Connection(
                socket, known, firstSeenAt, openedAt, closedAt, rate, name, otherRuns, marked, stateSince);
    }

    Connection closed(SocketSample last, Instant at) {
        return new Connection(
                last,
                direction,
                firstSeenAt,
                openedAt,
                Optional.of(at),
                Optional.empty(),
                name,
                otherRuns,
                marked,
                since(last, at));
    }

    private Optional<Instant> since(SocketSample latest, Instant at) {
        return latest.state() == state() ? stateSince : Optional.of(at);
    }

    /** The same with what has been learned of its peer. */
    public Connection annotated(RemoteName known, OptionalInt runs, boolean nowMarked) {
        return new Connection(
                socket, direction, firstSeenAt, openedAt, closedAt, rate, known, runs, nowMarked, stateSince);
    }
}
