package dev.netwatch.tui.command;

import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.output.ConnectionEvent;
import dev.netwatch.tui.output.ConnectionEvent.Kind;
import dev.netwatch.tui.output.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/* Turns snapshots into events, and adds up what they came to. */
final class EventLog {
    private final UnaryOperator<Connection> refresh;
    private final Map<String, Notice> reasons = new LinkedHashMap<>();
    private Map<SocketId, Connection> open = new HashMap<>();
    private Coverage.Level coverage = Coverage.Level.COMPLETE;
    private long seen;
    private long closed;
    private long lost;

    /** @param refresh adds what was learned of a connection since it was sampled */
    EventLog(UnaryOperator<Connection> refresh) {
        this.refresh = refresh;
    }

    /**
     * What happened since the snapshot before: closed ones first, then opened and updated ones.
     *
     * @param wanted which connections to tell of; one that was told of is told of to its end
     */
    List<ConnectionEvent> advance(Snapshot snapshot, Predicate<Connection> wanted) {
        if (snapshot.failure().isPresent()) {
            cover(new Coverage(
                    Coverage.Level.PARTIAL, List.of(snapshot.failure().get()), 0));
            return List.of();
        }
        cover(snapshot.coverage());
        Instant at = snapshot.at().orElseThrow();
        List<ConnectionEvent> events = new ArrayList<>();
        close(snapshot.tracking().closed(), wanted, at, events);
        follow(snapshot.tracking().open(), wanted, at, events);
        return events;
    }

    private void cover(Coverage latest) {
        coverage = latest.level().compareTo(coverage) > 0 ? latest.level() : coverage;
        lost += latest.lost();
        latest.reasons().forEach(reason -> reasons.putIfAbsent(reason.code(), reason));
    }

    private void close(
            Collection<Connection> ended, Predicate<Connection> wanted, Instant at, List<ConnectionEvent> events) {
        for (Connection connection : ended) {
            boolean told = open.containsKey(connection.id());
            Connection last = refresh.apply(connection);
            if (!told && !wanted.test(last)) {
                continue;
            }
            if (!told) { // lived and died between two samples
                seen++;
                events.add(new ConnectionEvent(Kind.OPENED, last, at));
            }
            closed++;
            events.add(new ConnectionEvent(Kind.CLOSED, last, at));
        }
    }

    private void follow(
            Collection<Connection> now, Predicate<Connection> wanted, Instant at, List<ConnectionEvent> events) {
        Map<SocketId, Connection> latest = new HashMap<>();
        for (Connection connection : now) {
            Connection before = open.get(connection.id());
            Connection fresh = refresh.apply(connection);
            if (before == null && !wanted.test(fresh)) {
                continue;
            }
            latest.put(connection.id(), fresh);
            if (before == null) {
                seen++;
                events.add(new ConnectionEvent(Kind.OPENED, fresh, at));
            } else if (differs(before, fresh)) {
                events.add(new ConnectionEvent(Kind.UPDATED, fresh, at));
            }
        }
        open = latest;
    }

    /** Whether there is something to tell; a round-trip time that moved is not. */
    private static boolean differs(Connection before, Connection now) {
        return before.state() != now.state()
                || before.direction() != now.direction()
                || !before.counters().equals(now.counters())
                || !before.owner().equals(now.owner())
                || !before.name().equals(now.name())
                || !before.otherRuns().equals(now.otherRuns())
                || !before.remote().equals(now.remote())
                || !before.socket().outcome().equals(now.socket().outcome());
    }

    Summary summary(Duration duration) {
        return new Summary(seen, closed, lost, coverage, List.copyOf(reasons.values()), duration);
    }

    /** Why nothing at all has come, if so. */
    static Optional<Notice> failureOf(Snapshot snapshot) {
        return snapshot.isMeasuring() ? snapshot.failure() : Optional.empty();
    }
}
