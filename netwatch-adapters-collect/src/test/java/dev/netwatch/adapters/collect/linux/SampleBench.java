package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.sample.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats;

/**
 * Times one warm sample beside the tools that show the same, one after the other in each round, and prints medians and
 * ratios. Run by {@code src/bench/sample-bench.sh}. Arguments: rounds.
 */
public final class SampleBench {
    private interface Work {
        int run() throws IOException;
    }

    private SampleBench() {}

    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        InternetProtocolStats oshi = new SystemInfo().getOperatingSystem().getInternetProtocolStats();
        try (InetDiagSource source = new InetDiagSource(LinuxSystem.here(), Clock.system())) {
            Map<String, Work> work = new LinkedHashMap<>();
            work.put("netwatch, steady", () -> size(source.sample()));
            work.put("netwatch, full owner walk", () -> {
                source.forgetOwners();
                return size(source.sample());
            });
            work.put("ss -tunp", () -> spawn("ss", "-tunp"));
            work.put("ss -tuinpa", () -> spawn("ss", "-tuinpa"));
            work.put("OSHI getConnections()", () -> oshi.getConnections().size());
            Map<String, List<Long>> times = measure(work, rounds);
            print(times);
        }
    }

    private static int size(Sample sample) {
        return sample.open().size();
    }

    private static int spawn(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        byte[] chunk = new byte[64 * 1024];
        int total = 0;
        try (InputStream output = process.getInputStream()) {
            for (int n = output.read(chunk); n >= 0; n = output.read(chunk)) {
                total += n;
            }
        }
        return total;
    }

    private static Map<String, List<Long>> measure(Map<String, Work> work, int rounds) throws IOException {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int round = -rounds; round < rounds; round++) {
            for (Map.Entry<String, Work> one : work.entrySet()) {
                long start = Clock.system().nanos();
                one.getValue().run();
                long spent = Clock.system().nanos() - start;
                if (round >= 0) {
                    times.computeIfAbsent(one.getKey(), name -> new ArrayList<>())
                            .add(spent);
                }
            }
        }
        return times;
    }

    private static void print(Map<String, List<Long>> times) {
        double steady = median(times.get("netwatch, steady"));
        double full = median(times.get("netwatch, full owner walk"));
        System.out.printf("%-28s %12s %12s %12s%n", "", "median ms", "x steady", "x full walk");
        times.forEach((name, spent) -> System.out.printf(
                "%-28s %12.2f %12.1f %12.1f%n",
                name, median(spent) / 1e6, median(spent) / steady, median(spent) / full));
    }

    private static double median(List<Long> values) {
        long[] sorted = values.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
