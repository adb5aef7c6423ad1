package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.Outcome;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.connection.TcpMetrics;
import dev.netwatch.domain.sample.Scope;
import dev.netwatch.domain.sample.SocketSample;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/*
 * What was last seen of one cookie. The sample made of it is kept and handed out again until something changes, so
 * that an idle socket costs a few comparisons and no allocation.
 */
/** One socket followed from dump to dump, by its cookie. */
final class TrackedSocket implements ProcSocketOwners.Held {
    private static final int SYN_DATA = 32;

    final long cookie;
    final Protocol protocol;
    final SocketId id;

    /** The dump that last showed it, and its place there. */
    int generation;

    int position;
    /** Dumps that failed to show it while nobody told that it had closed. */
    int missed;
    /** When the first of them did, in nanoseconds. */
    long missedSince;
    /** Whether the kernel told that it closed; it may stay a while in TIME_WAIT. */
    boolean ended;

    /** Whether the kernel lists it with IPv6, where it may hold a mapped IPv4 address. */
    boolean listedWithV6;

    long inode;
    long uid;
    Owner owner = Owner.NOBODY;

    @Nullable
    Holder holder;
    /** When and how often its owner was looked for in vain. */
    long retryAt;

    int tries;

    private int kernelState = -1;
    private long tupleHash;
    private SocketState state = SocketState.CLOSED;
    private @Nullable FiveTuple tuple;
    /** Its control group when it was made, 0 if unknown. */
    long cgroup;

    Place place = Place.UNKNOWN;
    private Scope scope = Scope.UNKNOWN;
    private Optional<Direction> direction = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private Optional<ByteCounters> counters = Optional.empty();
    private Optional<TcpMetrics> metrics = Optional.empty();
    private @Nullable SocketSample sample;

    TrackedSocket(long cookie, Protocol protocol, SocketId id) {
        this.cookie = cookie;
        this.protocol = protocol;
        this.id = id;
    }

    /** Takes over what a dump says. @param info of the same message, for TCP */
    void update(InetDiagCodec message, TcpInfo info, Identities identities) {
        listedWithV6 = message.isV6();
        long hash = message.tupleHash();
        if (tuple == null || hash != tupleHash) {
            tupleHash = hash;
            tuple = identities.tuple(protocol, message);
            scope = placed(identities.scope(message.interfaceIndex()));
            cgroup = message.cgroup();
            sample = null;
        }
        enter(message.state());
        if (kernelState != KernelState.TIME_WAIT && message.infoLength() > 0 && protocol == Protocol.TCP) {
            info.read(message);
            count(info);
            measure(info);
            orient(info, (int) message.info32(4) >>> 8 & 0xff);
        } else if (counters.isPresent() && !ended) {
            setCounters(counters.map(ByteCounters::estimated));
        }
        long holding = message.inode();
        if (holding != 0 && holding != inode) {
            inode = holding;
            uid = message.uid();
            release();
        }
    }

    private void enter(int reached) {
        if (reached == kernelState) {
            return;
        }
        kernelState = reached;
        state = KernelState.of(protocol, reached);
        sample = null;
        if (state.isSynchronized()) {
            outcome = Optional.of(Outcome.ESTABLISHED);
        }
        boolean waits = state == SocketState.LISTEN
                || protocol == Protocol.UDP && tuple().remote().isEmpty();
        if (waits) {
            direction = Optional.of(Direction.LISTENING);
        }
    }

    private void count(TcpInfo info) {
        if (!info.hasBytes || state == SocketState.LISTEN) {
            return;
        }
        long payload = Math.max(0, info.received - (state.peerHasFinished() ? 1 : 0));
        boolean finWasTold = state.peerHasFinished() && told(payload + 1);
        long received = finWasTold ? payload + 1 : payload;
        ByteQuality quality = finWasTold ? ByteQuality.ESTIMATED : ByteQuality.EXACT;
        boolean same = told(received)
                && counters.get().receivedQuality() == quality
                && counters.get().sent() == info.sent;
        if (!same) {
            ByteQuality sentQuality = info.hasSent ? ByteQuality.EXACT : ByteQuality.ESTIMATED;
            counters = Optional.of(new ByteCounters(received, info.sent, quality, sentQuality));
            sample = null;
        }
    }

    /*
     * The kernel reads the state, then the counters: a FIN that came between them was told as a byte of payload. A count
     * that fell would be taken for another connection's, so that byte stays, marked.
     */
    private boolean told(long received) {
        return counters.isPresent() && counters.get().received() == received;
    }

    private void measure(TcpInfo info) {
        boolean same = metrics.isPresent()
                && metrics.get().rttMicros() == info.rttMicros
                && metrics.get().retransmits().equals(OptionalLong.of(info.retransmits));
        if (!same && info.hasMetrics && state.isSynchronized()) {
            metrics = Optional.of(new TcpMetrics(info.rttMicros, info.retransmits));
            sample = null;
        }
    }

    /*
     * The kernel counts the acknowledged SYN of the end that called, and not that of the end that was called. With
     * nothing on its way and no FIN sent, the difference to the payload tells who called (unless data came with the SYN).
     */
    private void orient(TcpInfo info, int options) {
        boolean settled = state == SocketState.ESTABLISHED || state == SocketState.CLOSE_WAIT;
        if (direction.isEmpty() && settled && info.hasSent && info.unacked == 0 && (options & SYN_DATA) == 0) {
            long syn = info.acked - info.sent;
            if (syn == 0 || syn == 1) {
                direction = Optional.of(syn == 1 ? Direction.OUTBOUND : Direction.INBOUND);
                sample = null;
            }
        }
    }

    @Override
    public void heldBy(Holder found) {
        holder = found;
    }

    /** Forgets the owner, who shall be looked for at once. */
    void release() {
        holder = null;
        tries = 0;
    }

    /** Where its process runs. */
    void runIn(Place known) {
        if (place != known) {
            place = known;
            scope = placed(scope);
            sample = null;
        }
    }

    private Scope placed(Scope bare) {
        return place.isKnown() || bare.container().isPresent() || bare.unit().isPresent()
                ? bare.runningIn(place.container(), place.unit())
                : bare;
    }

    void own(Owner known) {
        if (owner != known) {
            owner = known;
            sample = null;
        }
    }

    void setCounters(Optional<ByteCounters> last) {
        counters = last;
        sample = null;
    }

    void setDirection(Direction known) {
        if (direction.isEmpty()) {
            direction = Optional.of(known);
            sample = null;
        }
    }

    void setOutcome(Outcome known) {
        outcome = Optional.of(known);
        sample = null;
    }

    /** For a socket that no dump showed. */
    void place(FiveTuple known, Scope where) {
        tuple = known;
        scope = where;
    }

    FiveTuple tuple() {
        if (tuple == null) {
            throw new IllegalStateException("a socket without place");
        }
        return tuple;
    }

    SocketState state() {
        return state;
    }

    Optional<ByteCounters> counters() {
        return counters;
    }

    Optional<Direction> direction() {
        return direction;
    }

    /** Whether no process ever held it though its handshake began: it waits to be accepted, or was given up. */
    boolean isUnaccepted() {
        return inode == 0 && (state == SocketState.SYN_RECEIVED || state == SocketState.ESTABLISHED);
    }

    /** As it is now; the same instance as long as nothing changes. */
    SocketSample sample() {
        SocketSample made = sample;
        if (made == null) {
            made = new SocketSample(id, tuple(), state, owner, counters, metrics, direction, outcome, scope);
            sample = made;
        }
        return made;
    }

    /** As it was when it closed. */
    SocketSample closed() {
        return sample().withState(SocketState.CLOSED);
    }
}
