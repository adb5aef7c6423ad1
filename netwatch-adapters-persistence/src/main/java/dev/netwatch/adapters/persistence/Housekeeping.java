package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.port.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Removes what is too old or too much, a little at a time, inside the transactions of others. */
final class Housekeeping {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Clock clock;
    private final Limits limits;
    private long lastSweep;
    private boolean swept;
    private boolean more = true;

    Housekeeping(Clock clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /** Sweeps if it is time to. @param added how many rows were just written: at least as many must be able to go */
    void sweep(SqlSession session, int added) {
        swept = more || clock.nanos() - lastSweep >= INTERVAL.toNanos();
        if (swept) {
            int most = Math.max(limits.batch(), 2 * added);
            more = sweep(session.getMapper(HousekeepingMapper.class), clock.now(), most);
        }
    }

    /** The transaction was committed. */
    void swept() {
        if (swept) {
            lastSweep = clock.nanos();
        }
    }

    private boolean sweep(HousekeepingMapper mapper, Instant now, int most) {
        mapper.deleteRuns(before(now, Limits.RUN_LIFE));
        long expiry = before(now, limits.retention());
        boolean full = forgetSockets(mapper, now, most);
        full |= deletePeers(mapper, expiry, most);
        mapper.deleteImported(expiry, most);
        mapper.deleteMarks(expiry);
        deleteNames(mapper, now, most);
        return full;
    }

    private boolean forgetSockets(HousekeepingMapper mapper, Instant now, int most) {
        Long surplus = mapper.lastSeenOfSocket(limits.sockets());
        long old = before(now, Limits.SOCKET_LIFE);
        long until = surplus == null ? old : Math.max(old, Math.min(surplus, before(now, Limits.FRESH)));
        Long horizon = mapper.socketHorizon(until, most);
        if (horizon == null) {
            return false;
        }
        mapper.forgetUntil(horizon);
        mapper.deleteSockets(horizon);
        return horizon < until;
    }

    private boolean deletePeers(HousekeepingMapper mapper, long expiry, int most) {
        long until = later(expiry, mapper.lastSeenOfPeer(limits.peers()));
        mapper.deletePeers(until, most);
        return mapper.hasPeers(until);
    }

    void sweepNames(SqlSession session) {
        deleteNames(session.getMapper(HousekeepingMapper.class), clock.now(), limits.batch());
    }

    private void deleteNames(HousekeepingMapper mapper, Instant now, int most) {
        mapper.deleteNames(later(before(now, limits.retention()), mapper.expiryOfName(limits.names())), most);
    }

    private static long later(long time, @Nullable Long other) {
        return other == null ? time : Math.max(time, other);
    }

    private static long before(Instant now, Duration time) {
        return Times.toMicros(now.minus(time));
    }
}
