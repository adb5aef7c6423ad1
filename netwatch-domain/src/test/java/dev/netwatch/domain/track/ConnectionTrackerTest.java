package dev.netwatch.domain.track;

import static dev.netwatch.domain.track.Sockets.START;
import static dev.netwatch.domain.track.Sockets.carrying;
import static dev.netwatch.domain.track.Sockets.listener;
import static dev.netwatch.domain.track.Sockets.sample;
import static dev.netwatch.domain.track.Sockets.tcp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.port.NameResolver;
import dev.netwatch.domain.port.PeerMemory;
import dev.netwatch.domain.sample.SocketSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ConnectionTrackerTest {
    private final Map<IpAddress, RemoteName> names = new HashMap<>();
    private final Map<Fingerprint, Integer> runs = new HashMap<>();
    private final ConnectionTracker tracker = tracker(ConnectionTracker.STALE_FOR);

    private ConnectionTracker tracker(Duration staleFor) {
        NameResolver resolver = new NameResolver() {
            @Override
            public RemoteName nameOf(IpAddress address) {
                return names.getOrDefault(address, RemoteName.PENDING);
            }

            @Override
            public void close() {}
        };
        PeerMemory memory = peer -> runs.containsKey(peer) ? OptionalInt.of(runs.get(peer)) : OptionalInt.empty();
        return new ConnectionTracker(new Annotator(resolver, memory), staleFor);
    }

    private static Connection only(List<Connection> connections) {
        assertEquals(1, connections.size(), connections::toString);
        return connections.get(0);
    }

    @Test
    void theFirstSampleHasNoRateAndTheSecondHas() {
        Connection first = only(tracker.advance(sample(0, List.of(carrying(tcp("a", 5000), 1_000, 10))))
                .open());
        assertEquals(Optional.empty(), first.rate());
        Connection second = only(tracker.advance(sample(2, List.of(carrying(tcp("a", 5000), 5_000, 30))))
                .open());
        assertEquals(Optional.of(new Rate(2_000, 10)), second.rate());
    }

    @Test
    void theRateIsTheAverageOfTheLastThreeIntervals() {
        long[] received = {0, 100, 100, 400, 400, 400, 400};
        Connection last = null;
        for (int i = 0; i < received.length; i++) {
            last = only(tracker.advance(sample(i, List.of(carrying(tcp("a", 5000), received[i], 0))))
                    .open());
            if (i == 4) {
                assertEquals(Optional.of(new Rate(100, 0)), last.rate());
            }
        }
        assertEquals(Optional.of(Rate.ZERO), last.rate());
    }

    @Test
    void aSocketWithoutCountersHasNoRate() {
        tracker.advance(sample(0, List.of(tcp("a", 5000))));
        assertEquals(
                Optional.empty(),
                only(tracker.advance(sample(2, List.of(tcp("a", 5000)))).open()).rate());
    }

    private static SocketSample udp(String remote) {
        FiveTuple tuple =
                new FiveTuple(Protocol.UDP, Sockets.end("192.0.2.1", 5000), Optional.of(Sockets.end(remote, 53)));
        return SocketSample.of(new SocketId("u"), tuple, SocketState.OPEN);
    }

    @Test
    void aUdpSocketThatGoesToAnotherPeerIsAnotherConnection() {
        tracker.advance(sample(0, List.of(carrying(udp("203.0.113.1"), 100, 10))));
        SocketSample disconnected = carrying(udp("203.0.113.1"), 100, 10)
                .withTuple(new FiveTuple(Protocol.UDP, Sockets.end("0.0.0.0", 5000), Optional.empty()));
        Connection between =
                only(tracker.advance(sample(1, List.of(disconnected))).open());
        assertEquals(Optional.of(Sockets.end("203.0.113.1", 53)), between.remote(), "closing sockets look the same");
        Tracking tracking = tracker.advance(sample(2, List.of(carrying(udp("203.0.113.2"), 130, 14))));
        Connection left = only(tracking.closed());
        assertEquals(Optional.of(Sockets.end("203.0.113.1", 53)), left.remote());
        assertEquals(Optional.of(ByteCounters.exact(100, 10).estimated()), left.counters());
        Connection entered = only(tracking.open());
        assertEquals(Optional.of(Sockets.end("203.0.113.2", 53)), entered.remote());
        assertEquals(Optional.of(ByteCounters.exact(30, 4).estimated()), entered.counters(), "not the other's bytes");
        Connection later = only(tracker.advance(sample(3, List.of(carrying(udp("203.0.113.2"), 230, 24))))
                .open());
        assertEquals(Optional.of(ByteCounters.exact(130, 14).estimated()), later.counters());
        assertEquals(Optional.of(new Rate(100, 10)), later.rate());
        Connection end = only(tracker.advance(sample(4, List.of(), carrying(udp("203.0.113.2"), 231, 24)))
                .closed());
        assertEquals(Optional.of(ByteCounters.exact(131, 14).estimated()), end.counters());
    }

    @Test
    void openedIsKnownOnlyOfWhatOpenedWhileWeLooked() {
        tracker.advance(sample(0, List.of(tcp("a", 5000))));
        Tracking later = tracker.advance(sample(2, List.of(tcp("a", 5000), tcp("b", 5001))));
        Map<String, Optional<java.time.Instant>> opened = new HashMap<>();
        later.open().forEach(connection -> opened.put(connection.id().value(), connection.openedAt()));
        assertEquals(Map.of("a", Optional.empty(), "b", Optional.of(START.plusSeconds(2))), opened);
    }

    @Test
    void whatClosesKeepsItsFinalCountersAndTheOwnerItOnceHad() {
        tracker.advance(sample(0, List.of(carrying(tcp("a", 5000), 1, 1))));
        SocketSample last =
                carrying(tcp("a", 5000), 70, 30).withOwner(Owner.NOBODY).withState(SocketState.CLOSED);
        Tracking tracking = tracker.advance(sample(2, List.of(), last));
        Connection closed = only(tracking.closed());
        assertEquals(Optional.of(ByteCounters.exact(70, 30)), closed.counters());
        assertEquals(Optional.of("curl"), closed.processName());
        assertEquals(Optional.of(START.plusSeconds(2)), closed.closedAt());
        assertEquals(List.of(), tracking.open());
        assertEquals(
                Optional.of(ByteCounters.exact(70, 30)), tracking.past().get(0).counters());
    }

    @Test
    void whatLivedAndDiedBetweenTwoSamplesIsToldOnce() {
        tracker.advance(sample(0, List.of()));
        Connection closed = only(tracker.advance(sample(2, List.of(), carrying(tcp("a", 5000), 7, 3)))
                .closed());
        assertEquals(Optional.of(ByteCounters.exact(7, 3)), closed.counters());
        assertEquals(List.of(), tracker.advance(sample(4, List.of())).closed());
    }

    @Test
    void aClosedSocketInTimeWaitIsNotOpenAgain() {
        SocketSample waiting = tcp("a", 5000).withState(SocketState.TIME_WAIT).withOwner(Owner.NOBODY);
        tracker.advance(sample(0, List.of(tcp("a", 5000))));
        assertEquals(
                1,
                tracker.advance(sample(2, List.of(waiting), tcp("a", 5000)))
                        .closed()
                        .size());
        Tracking later = tracker.advance(sample(4, List.of(waiting)));
        assertEquals(List.of(), later.open());
        assertEquals(List.of(), later.closed());
        assertEquals(List.of(), tracker.advance(sample(6, List.of())).closed());
    }

    @Test
    void aClosedSocketThatIsSeenInTimeWaitOnlyLaterIsNotCountedTwice() {
        SocketSample last = carrying(tcp("a", 5000), 70, 30);
        tracker.advance(sample(0, List.of(last)));
        tracker.advance(sample(2, List.of(), last.withState(SocketState.CLOSED)));
        SocketSample waiting = last.withState(SocketState.TIME_WAIT);
        assertEquals(List.of(), tracker.advance(sample(4, List.of(waiting))).open());
        assertEquals(List.of(), tracker.advance(sample(6, List.of(waiting))).open());
        Tracking gone = tracker.advance(sample(8, List.of()));
        assertEquals(List.of(), gone.closed());
        assertEquals(Optional.of(ByteCounters.exact(70, 30)), gone.past().get(0).counters());
    }

    @Test
    void whatVanishesUnseenKeepsItsLastCountersAsAnEstimate() {
        tracker.advance(sample(0, List.of(carrying(tcp("a", 5000), 9, 8))));
        Connection closed = only(tracker.advance(sample(2, List.of())).closed());
        assertEquals(Optional.of(ByteCounters.exact(9, 8).estimated()), closed.counters());
    }

    @Test
    void aSocketThatLosesItsCountersKeepsTheLastOnesAsAnEstimate() {
        tracker.advance(sample(0, List.of(carrying(tcp("a", 5000), 9, 8))));
        SocketSample waiting = tcp("a", 5000).withState(SocketState.TIME_WAIT).withOwner(Owner.NOBODY);
        Connection open = only(tracker.advance(sample(2, List.of(waiting))).open());
        assertEquals(Optional.of(ByteCounters.exact(9, 8).estimated()), open.counters());
        assertEquals(Optional.of("curl"), open.processName());
    }

    @Test
    void anIdentityUsedAgainIsAnotherConnectionAndNothingIsLost() {
        tracker.advance(sample(0, List.of(carrying(tcp("a", 5000), 900, 800))));
        Tracking tracking = tracker.advance(sample(2, List.of(carrying(tcp("a", 5000), 5, 5))));
        assertEquals(
                Optional.of(ByteCounters.exact(900, 800).estimated()),
                only(tracking.closed()).counters());
        assertEquals(
                Optional.of(ByteCounters.exact(5, 5)), only(tracking.open()).counters());
        assertEquals(Optional.empty(), only(tracking.open()).rate());
    }

    @Test
    void abortedWithoutCountersBesideACountedOneIsALowerBound() {
        tracker.advance(sample(0, List.of()));
        Tracking tracking = tracker.advance(sample(2, List.of(), carrying(tcp("a", 5000), 7, 3), tcp("b", 5001)));
        PastTraffic past = tracking.past().get(0);
        assertEquals(2, past.connections());
        assertEquals(Optional.of(ByteCounters.exact(7, 3).estimated()), past.counters());
    }

    @Test
    void anUnchangedSocketIsTheSameConnection() {
        SocketSample idle = tcp("a", 5000);
        Connection first = only(tracker.advance(sample(0, List.of(idle))).open());
        assertSame(first, only(tracker.advance(sample(2, List.of(idle))).open()));
    }

    @Test
    void directionComesFromTheListenersAndStays() {
        SocketSample accepted = tcp("in", 80, "203.0.113.9", 50_000);
        Tracking tracking = tracker.advance(sample(0, List.of(listener("l", 80), accepted, tcp("out", 5000))));
        Map<String, Direction> directions = new HashMap<>();
        tracking.open().forEach(connection -> directions.put(connection.id().value(), connection.direction()));
        assertEquals(Map.of("l", Direction.LISTENING, "in", Direction.INBOUND, "out", Direction.OUTBOUND), directions);
        assertEquals(
                Direction.INBOUND,
                only(tracker.advance(sample(2, List.of(accepted))).open()).direction());
    }

    @Test
    void ofWhatIsFirstSeenInTimeWaitNobodyKnowsWhoOpenedIt() {
        SocketSample waiting = tcp("a", 80).withState(SocketState.TIME_WAIT);
        assertEquals(
                Direction.UNKNOWN,
                only(tracker.advance(sample(0, List.of(waiting))).open()).direction());
    }

    @Test
    void whatHadEndedBeforeAnybodyLookedIsNotRememberedAndLeavesNoRow() {
        SocketSample waiting = tcp("a", 80).withState(SocketState.TIME_WAIT).withOwner(Owner.NOBODY);
        Connection remnant = only(tracker.advance(sample(0, List.of(waiting))).open());
        assertTrue(remnant.isRemnant());
        assertEquals(Optional.empty(), remnant.fingerprint());
        Tracking gone = tracker.advance(sample(2, List.of()));
        assertEquals(1, gone.closed().size());
        assertEquals(List.of(), gone.past());
    }

    @Test
    void aConnectionThatWasSeenAliveIsNoRemnantInTimeWait() {
        tracker.advance(sample(0, List.of(carrying(tcp("a", 80), 5, 5))));
        SocketSample waiting = tcp("a", 80).withState(SocketState.TIME_WAIT).withOwner(Owner.NOBODY);
        Connection ending = only(tracker.advance(sample(2, List.of(waiting))).open());
        assertEquals(false, ending.isRemnant());
    }

    @Test
    void theHistoryOfAnInboundPeerIsKeyedByOurPort() {
        SocketSample accepted = tcp("in", 80, "203.0.113.9", 50_000);
        Tracking tracking = tracker.advance(sample(0, List.of(listener("l", 80), accepted)));
        Fingerprint peer = tracking.open().stream()
                .flatMap(connection -> connection.fingerprint().stream())
                .findFirst()
                .orElseThrow();
        assertEquals(80, peer.port());
    }

    @Test
    void aNameAndAPastThatArriveLateAreAdded() {
        SocketSample idle = tcp("a", 5000);
        Connection first = only(tracker.advance(sample(0, List.of(idle))).open());
        assertEquals(Optional.empty(), first.familiarity());
        names.put(
                IpAddress.parse("203.0.113.9"),
                new RemoteName(new Answer.Found("www.example.org", "ptr", START), new Answer.Absent()));
        runs.put(first.fingerprint().orElseThrow(), 1);
        Connection second = only(tracker.advance(sample(2, List.of(idle))).open());
        assertEquals(Optional.of("www.example.org"), second.name().host().name());
        assertEquals(Optional.of(Familiarity.SEEN), second.familiarity());
        assertEquals(OptionalInt.of(2), second.timesSeen());
        assertEquals(first.fingerprint(), second.fingerprint());
    }

    @Test
    void anOwnerLearnedLateIsAnotherPeerToTheHistory() {
        SocketSample orphan = tcp("a", 5000).withOwner(Owner.NOBODY);
        Connection unknown = only(tracker.advance(sample(0, List.of(orphan))).open());
        runs.put(unknown.fingerprint().orElseThrow(), 0);
        assertEquals(
                Optional.of(Familiarity.NEW),
                only(tracker.advance(sample(1, List.of(orphan))).open()).familiarity());
        Connection owned = only(tracker.advance(sample(2, List.of(orphan.withOwner(Owner.of(ProcessRef.of(1, "x"))))))
                .open());
        assertEquals(Optional.empty(), owned.familiarity());
    }

    @Test
    void aDirectionLearnedLateIsAnotherPeerToTheHistory() {
        SocketSample early = tcp("a", 80, "203.0.113.9", 50_000);
        Connection outbound = only(tracker.advance(sample(0, List.of(early))).open());
        runs.put(outbound.fingerprint().orElseThrow(), 0);
        tracker.advance(sample(1, List.of(early)));
        Connection inbound = only(tracker.advance(sample(2, List.of(early.withDirection(Direction.INBOUND))))
                .open());
        assertEquals(80, inbound.fingerprint().orElseThrow().port());
        assertEquals(Optional.empty(), inbound.familiarity());
    }

    @Test
    void staleRowsLeaveAfterTheirTime() {
        ConnectionTracker brief = tracker(Duration.ofSeconds(10));
        brief.advance(sample(0, List.of(tcp("a", 5000))));
        assertEquals(1, brief.advance(sample(1, List.of())).past().size());
        assertEquals(1, brief.advance(sample(11, List.of())).past().size());
        assertEquals(0, brief.advance(sample(12, List.of())).past().size());
    }

    @Test
    void churnCostsMemoryPerPeerAndIsBounded() {
        tracker.advance(sample(0, List.of()));
        SocketSample[] sameRow = new SocketSample[500];
        for (int i = 0; i < sameRow.length; i++) {
            sameRow[i] = carrying(tcp("s" + i, 1000 + i), 1, 1);
        }
        PastTraffic row = tracker.advance(sample(1, List.of(), sameRow)).past().get(0);
        assertEquals(500, row.connections());
        assertEquals(500, row.counters().orElseThrow().received());

        List<SocketSample> manyRows = new ArrayList<>();
        for (int i = 0; i < 12_000; i++) {
            manyRows.add(tcp("m" + i, 1000, "198.51." + i / 256 + "." + i % 256, 443));
        }
        Tracking tracking = tracker.advance(sample(2, List.of(), manyRows.toArray(SocketSample[]::new)));
        assertEquals(10_000, tracking.past().size());
        assertEquals(2_001, tracking.forgotten());
    }

    @Test
    void countersNeverFallWithinAConnection() {
        tracker.advance(sample(0, List.of(carrying(tcp("a", 5000), 100, 100))));
        SocketSample reset = carrying(tcp("a", 5000), 0, 0).withState(SocketState.CLOSED);
        Connection closed = only(tracker.advance(sample(2, List.of(), reset)).closed());
        assertEquals(100, closed.counters().orElseThrow().received());
        assertEquals(ByteQuality.ESTIMATED, closed.counters().orElseThrow().quality());
        assertTrue(closed.rate().isEmpty());
    }

    @Test
    void knowsSinceWhenAConnectionIsInItsStateUnlessItWasFromTheFirst() {
        SocketSample socket = tcp("a", 1);
        Connection first = only(tracker.advance(sample(0, List.of(socket))).open());
        assertEquals(Optional.empty(), first.stateSince());
        assertEquals(
                Optional.empty(),
                only(tracker.advance(sample(1, List.of(socket))).open()).stateSince());
        SocketSample waiting = socket.withState(SocketState.CLOSE_WAIT);
        for (int second = 2; second < 4; second++) {
            assertEquals(
                    Optional.of(START.plusSeconds(2)),
                    only(tracker.advance(sample(second, List.of(waiting))).open())
                            .stateSince());
        }
    }
}
