package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.SocketState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * The kernel's last figure of received bytes holds the peer's FIN or not, depending on who closed first, and no field
 * tells. It is known where the socket was seen in a state that only a FIN leads to, where nothing was received at all,
 * and where the peer is on this machine and told what it had sent: received must be that, or one more for the FIN.
 */
/** Decides what the closed sockets of one batch have carried. */
final class FinalCounters {
    private final Map<FiveTuple, Ended> byTuple = new HashMap<>();
    /** Tuples used twice: nothing follows from them. */
    private final Set<FiveTuple> ambiguous = new HashSet<>();
    /** Of all namespaces, where peers are found that are not on the loopback interface of this one. */
    private final @Nullable FinalCounters machine;

    FinalCounters(List<Ended> batch) {
        this(batch, null);
    }

    /** @param machine what all namespaces told, this one among them */
    FinalCounters(List<Ended> batch, @Nullable FinalCounters machine) {
        this.machine = machine;
        for (Ended ended : batch) {
            if (ended.hasSent() && ended.tuple().remote().isPresent()) {
                if (byTuple.put(ended.tuple(), ended) != null) {
                    ambiguous.add(ended.tuple());
                }
            }
        }
    }

    /** @param lastState the state it was last seen in, or null */
    Optional<ByteCounters> of(Ended ended, @Nullable SocketState lastState) {
        if (!ended.hasBytes()) {
            return Optional.empty();
        }
        ByteQuality sentQuality = ended.hasSent() ? ByteQuality.EXACT : ByteQuality.ESTIMATED;
        if (ended.received() == 0) {
            return Optional.of(new ByteCounters(0, ended.sent(), ByteQuality.EXACT, sentQuality));
        }
        if (lastState != null && lastState != SocketState.TIME_WAIT && lastState.peerHasFinished()) {
            return Optional.of(new ByteCounters(ended.received() - 1, ended.sent(), ByteQuality.EXACT, sentQuality));
        }
        long told = sentByPeer(ended);
        boolean decided = ended.received() == told || ended.received() == told + 1;
        return Optional.of(
                decided
                        ? new ByteCounters(told, ended.sent(), ByteQuality.EXACT, sentQuality)
                        : new ByteCounters(ended.received(), ended.sent(), ByteQuality.ESTIMATED, sentQuality));
    }

    /** What the other end says it sent, if it was on this machine and told in this batch; else -2, which matches nothing. */
    private long sentByPeer(Ended ended) {
        Optional<FiveTuple> reversed = ended.tuple().reversed();
        boolean clear =
                reversed.isPresent() && !ambiguous.contains(ended.tuple()) && !ambiguous.contains(reversed.get());
        Ended peer = clear ? byTuple.get(reversed.get()) : null;
        if (peer == null && machine != null && !ended.tuple().isLoopback()) {
            return machine.sentByPeer(ended);
        }
        return peer == null ? -2 : peer.sent();
    }
}
