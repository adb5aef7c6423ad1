package dev.netwatch.adapters.collect.linux;

import dev.netwatch.adapters.collect.support.ebpf.SocketRecord;
import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Outcome;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What follows from the record of a TCP socket. */
final class HookFacts {
    static final int TCP = 6;

    /* The kernel waits no less for an answer; a message of ICMP that there is none to be had comes sooner. */
    private static final long PATIENT = TimeUnit.SECONDS.toNanos(3);

    private HookFacts() {}

    /** @param complete whether its beginning was seen, so that a missing SYN means that it was called */
    static Optional<Direction> direction(SocketRecord socket, boolean complete) {
        if (socket.connected() || socket.sentSyn()) {
            return Optional.of(Direction.OUTBOUND);
        }
        return complete && socket.placed() && socket.remotePort() != 0
                ? Optional.of(Direction.INBOUND)
                : Optional.empty();
    }

    /** What became of it in the end; empty where nothing tells. */
    static Optional<Outcome> outcome(SocketRecord socket) {
        if (!socket.connected()) {
            return reset(socket);
        }
        if (socket.receivedSyn()) {
            return reset(socket).or(() -> Optional.of(Outcome.ESTABLISHED));
        }
        if (socket.receivedReset()) {
            return Optional.of(Outcome.REFUSED);
        }
        if (socket.releasedIn() == KernelState.SYN_SENT) {
            return Optional.of(Outcome.GIVEN_UP);
        }
        boolean patient = socket.releasedAt() - socket.connectedAt() >= PATIENT;
        return Optional.of(patient && socket.packetsSent() > 0 ? Outcome.TIMED_OUT : Outcome.UNREACHABLE);
    }

    private static Optional<Outcome> reset(SocketRecord socket) {
        return socket.receivedReset() || socket.sentReset() ? Optional.of(Outcome.RESET) : Optional.empty();
    }

    /** Payload by the programs alone. @param complete whether its beginning was seen */
    static ByteCounters counters(SocketRecord socket, boolean complete) {
        boolean exactReceived = complete && (socket.protocol() != TCP || socket.receivedWhole());
        return new ByteCounters(
                socket.received(),
                socket.sent(),
                exactReceived ? ByteQuality.EXACT : ByteQuality.ESTIMATED,
                complete ? ByteQuality.EXACT : ByteQuality.ESTIMATED);
    }

    /**
     * The last counters of a TCP socket. The kernel's are right but for the peer's FIN, which it counts or not: the
     * programs saw whether one came. After a reset it has none.
     *
     * @param told by the kernel, as far as it is understood without the programs
     */
    static ByteCounters last(SocketRecord socket, Optional<ByteCounters> told, boolean complete) {
        if (told.isEmpty() || told.get().sentQuality() == ByteQuality.ESTIMATED) {
            ByteCounters counted = counters(socket, complete);
            return complete || told.isEmpty() ? counted : told.get();
        }
        ByteCounters kernel = told.get();
        if (kernel.receivedQuality() == ByteQuality.EXACT) {
            return kernel;
        }
        long counted = socket.received();
        boolean plain = complete && (counted == kernel.received() || counted == kernel.received() - 1);
        long received = plain ? counted : kernel.received() - (socket.receivedFin() ? 1 : 0);
        return new ByteCounters(Math.max(0, received), kernel.sent(), ByteQuality.EXACT, ByteQuality.EXACT);
    }
}
