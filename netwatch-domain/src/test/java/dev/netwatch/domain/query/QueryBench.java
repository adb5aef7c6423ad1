package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.NameResolver;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import dev.netwatch.domain.track.Annotator;
import dev.netwatch.domain.track.ConnectionTracker;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.domain.track.Tracking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How long it takes from a sample to the lines of a table, each step alone: medians of many rounds, warm, beside what a
 * sort of as many boxed numbers takes. Run by {@code src/bench/query-bench.sh}; the argument is how many connections,
 * each a row of its own.
 */
public final class QueryBench {
    private static final int ROUNDS = 61;
    private static final Clock CLOCK = Clock.system();

    private final int connections;
    private final ConnectionTracker tracker =
            new ConnectionTracker(new Annotator(new NoNames(), peer -> OptionalInt.of(0)));
    private int second;
    private Object kept = "";

    private QueryBench(int connections) {
        this.connections = connections;
    }

    public static void main(String[] arguments) {
        new QueryBench(Integer.parseInt(arguments[0])).run();
    }

    private void run() {
        Snapshot snapshot = snapshot(tracker.advance(sample()));
        for (int i = 0; i < 5; i++) {
            snapshot = snapshot(tracker.advance(sample()));
        }
        Snapshot last = snapshot;
        QueryResult result = Query.EVERYTHING.run(last);
        System.out.printf(
                Locale.ROOT,
                "%d connections, %d rows%n",
                connections,
                result.rows().size());
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 2 * ROUNDS; i++) {
            samples.add(sample());
        }
        measure("sort of boxed numbers", this::sortNumbers);
        measure("tracker, one in ten busy", () -> tracker.advance(samples.remove(0)));
        measure("query, by bytes", () -> Query.EVERYTHING.run(last));
        for (SortKey key : List.of(SortKey.RATE, SortKey.PROCESS, SortKey.REMOTE, SortKey.STATE)) {
            measure("order by " + key.name().toLowerCase(Locale.ROOT), () -> result.in(Order.by(key)));
        }
        FilterExpression filter = FilterExpression.parse("host:example or process:p7 or >1MB");
        Query filtered = new Query(filter, Set.of(), true, true, true, Order.DEFAULT);
        measure("query with a filter", () -> filtered.run(last));
        for (Grouping grouping : Grouping.values()) {
            measure(
                    "lines grouped by " + grouping.name().toLowerCase(Locale.ROOT),
                    () -> grouping.lines(result, Order.DEFAULT, Expansion.ALL));
        }
        if (kept.hashCode() == 42) {
            System.out.println(); // so that nothing measured is for nothing
        }
    }

    private Object sortNumbers() {
        List<Double> numbers = new ArrayList<>(connections);
        for (int i = 0; i < connections; i++) {
            numbers.add((double) (i * 2_654_435_761L % 1_000_003));
        }
        numbers.sort(null);
        return numbers;
    }

    private void measure(String what, Supplier<Object> work) {
        long[] nanos = new long[ROUNDS];
        for (int i = -ROUNDS; i < ROUNDS; i++) {
            long start = CLOCK.nanos();
            kept = work.get();
            if (i >= 0) {
                nanos[i] = CLOCK.nanos() - start;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-34s median %7.2f ms   90 %% %7.2f ms%n",
                what,
                nanos[ROUNDS / 2] / 1e6,
                nanos[ROUNDS * 9 / 10] / 1e6);
    }

    private static Snapshot snapshot(Tracking tracking) {
        return new Snapshot(
                Optional.of(CLOCK.now()), "bench", Set.of(), tracking, Coverage.FULL, List.of(), Optional.empty());
    }

    /** The next one: every tenth connection has carried something since the last. */
    private Sample sample() {
        second++;
        List<SocketSample> open = new ArrayList<>(connections);
        for (int i = 0; i < connections; i++) {
            long bytes = i % 10 == 0 ? (long) second * (i % 997) : i;
            open.add(socket(i, bytes));
        }
        return new Sample(CLOCK.now(), second * 1_000_000_000L, open, List.of(), Coverage.FULL);
    }

    private static SocketSample socket(int i, long bytes) {
        Endpoint local = new Endpoint(IpAddress.v4(0x0a000007), 20_000 + i % 40_000);
        Endpoint remote = new Endpoint(IpAddress.v4(0xc6120000 + i), 443);
        FiveTuple tuple = new FiveTuple(Protocol.TCP, local, Optional.of(remote));
        return SocketSample.of(new SocketId("s" + i), tuple, SocketState.ESTABLISHED)
                .withOwner(Owner.of(ProcessRef.of(1_000 + i % 200, "p" + i % 40)))
                .withCounters(ByteCounters.exact(bytes, bytes / 3));
    }

    private static final class NoNames implements NameResolver {
        @Override
        public RemoteName nameOf(IpAddress address) {
            return RemoteName.PENDING;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
