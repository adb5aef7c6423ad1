package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.history.Observation;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.HistoryRepository;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the history costs: run it with the tests' class path, and with a folder on the disk to measure as its argument.
 * Prints medians in milliseconds.
 */
final class HistoryBenchmark {
    private static final int REPEATS = 9;

    private final HistoryRepository history;
    private final Path file;

    private HistoryBenchmark(HistoryRepository history, Path file) {
        this.history = history;
        this.file = file;
    }

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createTempDirectory(Path.of(arguments[0]), "netwatch-benchmark");
        PersistenceConfig config = PersistenceConfig.in(directory);
        long begin = System.nanoTime();
        try (Persistence persistence = Persistence.open(config, Clock.system())) {
            persistence.history().otherRuns(peers(0, 1));
            System.out.printf("open a new history and ask once, cold: %d ms%n", millisSince(begin));
            new HistoryBenchmark(persistence.history(), config.file()).run();
        }
    }

    private void run() throws IOException {
        report("record 10,000 new sockets of 1,000 peers", n -> history.record(observations(n, n * 10_000, 1_000)));
        report("record the same 10,000 again, grown", n -> history.record(observations(n, 0, 1_000)));
        for (int i = 0; i < 10; i++) {
            history.record(observations(1, 1_000_000 + i * 10_000, 10_000, i * 10_000));
        }
        System.out.printf("file with 100,000 peers: %d MB%n", Files.size(file) >> 20);
        report("find 100 of 100,000 peers", n -> history.find(query(Optional.empty(), 100)));
        report("find by a process that none has", n -> history.find(query(Optional.of("nobody"), 100)));
        report("find all 100,000 peers", n -> history.find(query(Optional.empty(), Integer.MAX_VALUE)));
        report("otherRuns of 1,000 peers", n -> history.otherRuns(peers(n * 1_000, (n + 1) * 1_000)));
    }

    private static HistoryQuery query(Optional<String> process, int limit) {
        return new HistoryQuery(process, Optional.empty(), Optional.empty(), limit);
    }

    private interface Step {
        void run(int repeat);
    }

    /** The processor time is steadier than the wall time where others use the machine too. */
    private static void report(String what, Step step) {
        long[] wall = new long[REPEATS];
        long[] cpu = new long[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            long begin = System.nanoTime();
            long cpuBegin = cpuNanos();
            step.run(i);
            wall[i] = millisSince(begin);
            cpu[i] = (cpuNanos() - cpuBegin) / 1_000_000;
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        System.out.printf(
                "%s: median %d ms, best %d ms; processor %d ms, best %d ms%n",
                what, wall[REPEATS / 2], wall[0], cpu[REPEATS / 2], cpu[0]);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static Fingerprint peer(int number) {
        return new Fingerprint("/usr/bin/program" + number % 50, IpAddress.v4(number), 443, Protocol.TCP);
    }

    private static List<Fingerprint> peers(int from, int to) {
        return IntStream.range(from, to).mapToObj(HistoryBenchmark::peer).toList();
    }

    private static List<Observation> observations(int time, int firstSocket, int peers) {
        return observations(time, firstSocket, peers, 0);
    }

    private static List<Observation> observations(int time, int firstSocket, int peers, int firstPeer) {
        return IntStream.range(0, 10_000)
                .mapToObj(i -> new Observation(
                        new SocketId("8f1f9a2b:4026531840:" + (firstSocket + i)),
                        peer(firstPeer + i % peers),
                        "program",
                        Clock.system().now(),
                        Clock.system().now().plusSeconds(time),
                        Optional.of(ByteCounters.exact(time * 1_000L + i, i))))
                .toList();
    }
}
