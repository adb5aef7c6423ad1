package dev.netwatch.domain.query;

import static dev.netwatch.domain.track.Sockets.START;
import static dev.netwatch.domain.track.Sockets.carrying;
import static dev.netwatch.domain.track.Sockets.listener;
import static dev.netwatch.domain.track.Sockets.sample;
import static dev.netwatch.domain.track.Sockets.tcp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.LocalInterface;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.port.NameResolver;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import dev.netwatch.domain.track.Annotator;
import dev.netwatch.domain.track.ConnectionTracker;
import dev.netwatch.domain.track.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class QueryTest {
    private ConnectionTracker tracker = newTracker();

    private static ConnectionTracker newTracker() {
        return new ConnectionTracker(new Annotator(
                new NameResolver() {
                    @Override
                    public RemoteName nameOf(IpAddress address) {
                        return RemoteName.PENDING;
                    }

                    @Override
                    public void close() {}
                },
                peer -> peer.port() == 22 ? OptionalInt.of(3) : OptionalInt.of(0)));
    }

    private Snapshot after(Sample... samples) {
        Snapshot snapshot = Snapshot.MEASURING;
        for (Sample sample : samples) {
            snapshot = new Snapshot(
                    Optional.of(sample.takenAt()),
                    "fake",
                    Set.of(),
                    tracker.advance(sample),
                    Coverage.FULL,
                    List.of(),
                    Optional.empty());
        }
        return snapshot;
    }

    private static SocketSample owned(SocketSample socket, long pid, String name) {
        return socket.withOwner(Owner.of(ProcessRef.of(pid, name)));
    }

    @Test
    void connectionsOfOneProcessToOnePeerAreOneRow() {
        QueryResult result = Query.EVERYTHING.run(after(sample(
                0,
                List.of(
                        carrying(tcp("a", 1), 10, 1),
                        carrying(tcp("b", 2), 20, 2),
                        carrying(owned(tcp("c", 3), 101, "curl"), 40, 4),
                        carrying(tcp("d", 4, "203.0.113.9", 80), 80, 8)))));
        assertEquals(3, result.rows().size());
        assertEquals(4, result.connections());
        TrafficRow pair = result.rows().stream()
                .filter(row -> row.open().size() == 2)
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of(ByteCounters.exact(30, 3)), pair.counters());
    }

    @Test
    void aRowsTotalNeverFallsWhenAConnectionCloses() {
        Snapshot two = after(sample(0, List.of(carrying(tcp("a", 1), 10, 1), carrying(tcp("b", 2), 20, 2))));
        Snapshot one = after(sample(1, List.of(carrying(tcp("b", 2), 25, 2)), carrying(tcp("a", 1), 12, 1)));
        Snapshot none = after(sample(2, List.of(), carrying(tcp("b", 2), 25, 2)));
        assertEquals(30, totalReceived(two));
        assertEquals(37, totalReceived(one));
        assertEquals(37, totalReceived(none));
        TrafficRow stale = Query.EVERYTHING.run(none).rows().get(0);
        assertTrue(stale.isStale());
        assertEquals(START.plusSeconds(2), stale.lastSeen());
        assertEquals(START, stale.firstSeen());
        assertEquals(1, Query.EVERYTHING.run(none).stale());
    }

    private static long totalReceived(Snapshot snapshot) {
        List<TrafficRow> rows = Query.EVERYTHING.run(snapshot).rows();
        assertEquals(1, rows.size());
        return rows.get(0).counters().orElseThrow().received();
    }

    /** Whatever opens, carries and closes: what a row has carried is the sum over its sockets, at every step. */
    @Property(tries = 200)
    void totalsAreTheSumOverAllSocketsEver(@ForAll long seed) {
        tracker = newTracker();
        Random random = new Random(seed);
        long[] received = new long[12];
        boolean[] open = new boolean[12];
        boolean[] ever = new boolean[12];
        for (int second = 0; second < 15; second++) {
            List<SocketSample> now = new ArrayList<>();
            List<SocketSample> closed = new ArrayList<>();
            for (int i = 0; i < received.length; i++) {
                boolean opens = !ever[i] && random.nextInt(4) == 0;
                boolean closes = open[i] && random.nextInt(4) == 0;
                open[i] = (open[i] || opens) && !closes;
                ever[i] |= opens;
                received[i] += opens || open[i] || closes ? random.nextInt(1000) : 0;
                SocketSample socket = carrying(tcp("s" + i, 1000 + i), received[i], 0);
                if (open[i]) {
                    now.add(socket);
                } else if (closes) {
                    closed.add(socket);
                }
            }
            Collections.shuffle(now, random);
            Snapshot snapshot = after(sample(second, now, closed.toArray(SocketSample[]::new)));
            long sum = Query.EVERYTHING.run(snapshot).rows().stream()
                    .mapToLong(row -> row.counters().orElseThrow().received())
                    .sum();
            long expected = 0;
            for (int i = 0; i < received.length; i++) {
                expected += ever[i] ? received[i] : 0;
            }
            assertEquals(expected, sum, "at second " + second);
        }
    }

    @Test
    void unknownBytesAreNotZeroAndSortBelowIt() {
        QueryResult result = Query.EVERYTHING.run(after(sample(
                0, List.of(tcp("a", 1), carrying(tcp("b", 2, "203.0.113.9", 80), 0, 0)))));
        assertEquals(Optional.empty(), result.rows().get(1).counters());
        assertEquals(Optional.of(ByteCounters.exact(0, 0)), result.rows().get(0).counters());
    }

    @Test
    void ordersByEachKeyAndKeepsStaleRowsLast() {
        SocketSample quiet = carrying(owned(tcp("a", 1), 1, "aaa"), 1, 900);
        SocketSample loud = carrying(owned(tcp("b", 2), 2, "bbb"), 500, 1);
        SocketSample second = carrying(owned(tcp("c", 3), 2, "bbb"), 100, 1);
        SocketSample gone = carrying(owned(tcp("d", 4), 3, "ccc"), 9_999, 9_999);
        Snapshot snapshot =
                after(sample(0, List.of(quiet, loud, second, gone)), sample(1, List.of(quiet, loud, second), gone));
        Map<SortKey, String> firstOf = Map.of(
                SortKey.TOTAL, "aaa",
                SortKey.RECEIVED, "bbb",
                SortKey.SENT, "aaa",
                SortKey.CONNECTIONS, "bbb",
                SortKey.PROCESS, "bbb");
        firstOf.forEach((key, first) -> {
            List<TrafficRow> rows = ordered(snapshot, new Order(key, true, false));
            assertEquals(Optional.of(first), rows.get(0).process(), key::name);
            assertEquals(Optional.of("ccc"), rows.get(2).process(), key::name);
            List<TrafficRow> ascending = ordered(snapshot, new Order(key, false, false));
            assertEquals(Optional.of(first), ascending.get(1).process(), key::name);
            assertTrue(ascending.get(2).isStale());
        });
    }

    @Test
    void ordersByRateWhereAsked() {
        Snapshot snapshot = after(
                sample(0, List.of(carrying(tcp("a", 1), 1_000, 0), carrying(tcp("b", 2, "203.0.113.9", 80), 0, 0))),
                sample(2, List.of(carrying(tcp("a", 1), 1_000, 0), carrying(tcp("b", 2, "203.0.113.9", 80), 500, 0))));
        TrafficRow fastest =
                ordered(snapshot, new Order(SortKey.TOTAL, true, true)).get(0);
        assertEquals(80, fastest.key().port());
        assertEquals(Optional.of(new Rate(250, 0)), fastest.rate());
        assertEquals(443, ordered(snapshot, Order.DEFAULT).get(0).key().port());
    }

    private static List<TrafficRow> ordered(Snapshot snapshot, Order order) {
        return new Query(Filter.ALL, Set.of(), true, true, true, order)
                .run(snapshot)
                .rows();
    }

    @Test
    void hidesLoopbackListenersAndExclusionsWhereAsked() {
        Snapshot snapshot = after(sample(
                0,
                List.of(
                        listener("l", 80),
                        tcp("lo", 1, "127.0.0.1", 9),
                        owned(tcp("x", 2), 7, "hidden"),
                        tcp("a", 3))));
        Set<Exclusion> exclusions = Set.of(new Exclusion("hidden", START));
        QueryResult narrow = new Query(Filter.ALL, exclusions, false, false, false, Order.DEFAULT).run(snapshot);
        assertEquals(1, narrow.connections());
        assertEquals(1, narrow.excluded());
        assertEquals(4, Query.EVERYTHING.run(snapshot).connections());
    }

    @Test
    void whatHadEndedBeforeAnybodyLookedIsShownOnlyWhereAsked() {
        SocketSample waiting = tcp("w", 9).withOwner(Owner.NOBODY).withState(SocketState.TIME_WAIT);
        Snapshot snapshot = after(sample(0, List.of(waiting, tcp("a", 3))));
        assertEquals(
                1,
                new Query(Filter.ALL, Set.of(), true, true, false, Order.DEFAULT)
                        .run(snapshot)
                        .connections());
        assertEquals(2, Query.EVERYTHING.run(snapshot).connections());
    }

    @Test
    void filtersByFamiliarityAndInterface() {
        Snapshot snapshot =
                after(sample(0, List.of(tcp("new", 1), tcp("old", 2, "203.0.113.9", 22), listener("l", 80))));
        assertEquals(1, count(snapshot, Filter.familiarity(Familiarity.NEW)));
        assertEquals(1, count(snapshot, Filter.familiarity(Familiarity.SEEN)));
        assertEquals(2, count(snapshot, Filter.familiarity(Familiarity.SEEN).negated()));
        LocalInterface ours = new LocalInterface("eth0", 2, true, false, List.of(IpAddress.parse("192.0.2.1")));
        LocalInterface other = new LocalInterface("eth1", 3, true, false, List.of(IpAddress.parse("192.0.2.2")));
        LocalInterface lo = new LocalInterface("lo", 1, true, true, List.of(IpAddress.parse("127.0.0.1")));
        assertEquals(1, count(snapshot, Filter.onInterface(lo)), "the wildcard listener");
        assertEquals(3, count(snapshot, Filter.onInterface(ours)));
        assertEquals(1, count(snapshot, Filter.onInterface(other)), "the wildcard listener");
        assertEquals(1, count(snapshot, Filter.onInterface(ours).and(Filter.familiarity(Familiarity.NEW))));
    }

    @Test
    void aTotalOnOneInterfaceNeverFallsWhenAConnectionOnAnotherCloses() {
        LocalInterface eth0 = new LocalInterface("eth0", 2, true, false, List.of(IpAddress.parse("192.0.2.1")));
        SocketSample here = carrying(tcp("a", 1), 10, 1);
        SocketSample there = carrying(from("192.0.2.2", tcp("b", 2)), 500, 5);
        Query onEth0 = new Query(Filter.onInterface(eth0), Set.of(), true, true, true, Order.DEFAULT);
        Sample[] samples = {
            sample(0, List.of(here, there)), sample(1, List.of(there), here), sample(2, List.of(), there)
        };
        for (Sample sample : samples) {
            List<TrafficRow> rows = onEth0.run(after(sample)).rows();
            assertEquals(1, rows.size());
            assertEquals(Optional.of(ByteCounters.exact(10, 1)), rows.get(0).counters());
        }
    }

    private static SocketSample from(String local, SocketSample socket) {
        FiveTuple tuple = socket.tuple();
        Endpoint end = new Endpoint(IpAddress.parse(local), tuple.local().port());
        return socket.withTuple(new FiveTuple(tuple.protocol(), end, tuple.remote()));
    }

    private static int count(Snapshot snapshot, Filter filter) {
        return new Query(filter, Set.of(), true, true, true, Order.DEFAULT)
                .run(snapshot)
                .connections();
    }
}
