package dev.netwatch.domain.testkit;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.history.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/* The bytes of one local day, from all observations in the order in which they were recorded. */
final class FakeDayTotal {
    private static final Duration GAP = Duration.ofMinutes(1);

    private record Counted(long received, long sent, Instant at) {}

    private final LocalDate day;
    private final Map<SocketId, Counted> most = new HashMap<>();
    private long received;
    private long sent;
    private boolean exact = true;
    private boolean any;

    FakeDayTotal(Instant within) {
        this.day = dayOf(within);
    }

    private static LocalDate dayOf(Instant time) {
        return time.atZone(ZoneId.systemDefault()).toLocalDate();
    }

    void add(Observation seen) {
        if (seen.counters().isEmpty() || seen.peer().remote().isLoopback()) {
            return;
        }
        ByteCounters now = seen.counters().get();
        Counted before = most.get(seen.socket());
        Counted after = before == null
                ? new Counted(now.received(), now.sent(), seen.seenUntil())
                : new Counted(
                        Math.max(before.received, now.received()),
                        Math.max(before.sent, now.sent()),
                        before.at.isAfter(seen.seenUntil()) ? before.at : seen.seenUntil());
        most.put(seen.socket(), after);
        if (dayOf(after.at).equals(day)) {
            boolean known = before == null
                    ? seen.sinceOpened()
                    : dayOf(before.at).equals(day)
                            || Duration.between(before.at, after.at).compareTo(GAP) <= 0;
            Counted from = before == null ? new Counted(0, 0, after.at) : before;
            add(after.received - from.received, after.sent - from.sent, known, now);
        }
    }

    private void add(long in, long out, boolean known, ByteCounters now) {
        any = true;
        received += known ? in : 0;
        sent += known ? out : 0;
        exact &= known ? now.quality() == ByteQuality.EXACT : in + out == 0;
    }

    Optional<ByteCounters> bytes() {
        ByteCounters total = ByteCounters.exact(received, sent);
        return any ? Optional.of(exact ? total : total.estimated()) : Optional.empty();
    }
}
