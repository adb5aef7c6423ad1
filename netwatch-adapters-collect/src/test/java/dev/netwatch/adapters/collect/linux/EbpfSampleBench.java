package dev.netwatch.adapters.collect.linux;

import dev.netwatch.adapters.collect.bench.ConnectionHolder;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Times a warm sample of {@code ebpf} beside one of {@code inet-diag}, in turn, over connections that other processes
 * hold; prints medians in milliseconds. Run by {@code src/bench/ebpf-sample.sh}. Arguments: sockets, rounds.
 */
public final class EbpfSampleBench {
    private static final int HOLDERS = 10;

    private EbpfSampleBench() {}

    public static void main(String[] arguments) throws IOException {
        int sockets = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        List<ChildJvm> holders = new ArrayList<>();
        try (ConnectionSource plain = new InetDiagSource(LinuxSystem.here(), Clock.system());
                ConnectionSource ebpf = new EbpfSource(LinuxSystem.here(), Clock.system())) {
            ebpf.sample();
            String each = Integer.toString(sockets / 2 / HOLDERS);
            for (int i = 1; i <= HOLDERS; i++) {
                ChildJvm holder = ChildJvm.start(ConnectionHolder.class, each, Integer.toString(i));
                holders.add(holder);
                holder.linesUntil("ready");
            }
            List<Double> without = new ArrayList<>();
            List<Double> with = new ArrayList<>();
            for (int i = 0; i < 2 * rounds; i++) {
                double one = time(plain);
                double other = time(ebpf);
                if (i >= rounds) {
                    without.add(one);
                    with.add(other);
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d sockets: inet-diag %.1f ms, ebpf %.1f ms, ratio %.2f%n",
                    plain.sample().open().size(),
                    median(without),
                    median(with),
                    median(with) / median(without));
        } finally {
            for (ChildJvm holder : holders) {
                holder.close();
            }
        }
    }

    private static double time(ConnectionSource source) {
        long start = System.nanoTime();
        source.sample();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
