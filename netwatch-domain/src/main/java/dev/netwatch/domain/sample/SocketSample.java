package dev.netwatch.domain.sample;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.Outcome;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.connection.TcpMetrics;
import java.util.Optional;

/**
 * One socket as one read of the socket table showed it. A source may hand out the same instance again while nothing
 * about the socket changed.
 *
 * @param owner as far as it is known by now; a later sample may know more
 * @param counters empty where nobody measured them
 * @param metrics empty for UDP and where nobody measured them
 * @param direction where the source itself knows it; else the tracker infers it from the listeners
 * @param outcome where the source can tell
 */
public record SocketSample(
        SocketId id,
        FiveTuple tuple,
        SocketState state,
        Owner owner,
        Optional<ByteCounters> counters,
        Optional<TcpMetrics> metrics,
        Optional<Direction> direction,
        Optional<Outcome> outcome,
        Scope scope) {

    /** A socket of which nothing but identity and state is known. */
    public static SocketSample of(SocketId id, FiveTuple tuple, SocketState state) {
        return new SocketSample(
                id,
                tuple,
                state,
                Owner.NOBODY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Scope.UNKNOWN);
    }

    public SocketSample withTuple(FiveTuple known) {
        return new SocketSample(id, known, state, owner, counters, metrics, direction, outcome, scope);
    }

    public SocketSample withState(SocketState reached) {
        return new SocketSample(id, tuple, reached, owner, counters, metrics, direction, outcome, scope);
    }

    public SocketSample withOwner(Owner known) {
        return new SocketSample(id, tuple, state, known, counters, metrics, direction, outcome, scope);
    }

    public SocketSample withCounters(ByteCounters counted) {
        return new SocketSample(id, tuple, state, owner, Optional.of(counted), metrics, direction, outcome, scope);
    }

    public SocketSample withMetrics(TcpMetrics measured) {
        return new SocketSample(id, tuple, state, owner, counters, Optional.of(measured), direction, outcome, scope);
    }

    public SocketSample withDirection(Direction known) {
        return new SocketSample(id, tuple, state, owner, counters, metrics, Optional.of(known), outcome, scope);
    }

    public SocketSample withOutcome(Outcome known) {
        return new SocketSample(id, tuple, state, owner, counters, metrics, direction, Optional.of(known), scope);
    }

    public SocketSample withScope(Scope known) {
        return new SocketSample(id, tuple, state, owner, counters, metrics, direction, outcome, known);
    }
}
