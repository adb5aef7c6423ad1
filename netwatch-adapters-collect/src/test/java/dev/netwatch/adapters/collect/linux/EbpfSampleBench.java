package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Times a warm sample of {@code ebpf} beside one of {@code inet-diag}, in turn, over connections of this process; prints
 * medians in milliseconds. Run by {@code src/bench/ebpf-sample.sh}. Arguments: connections, rounds.
 */
public final class EbpfSampleBench {
    private EbpfSampleBench() {}

    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[1]);
        InetSocketAddress here = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        List<SocketChannel> held = new ArrayList<>();
        try (ConnectionSource plain = new InetDiagSource(LinuxSystem.here(), Clock.system());
                ConnectionSource ebpf = new EbpfSource(LinuxSystem.here(), Clock.system());
                ServerSocketChannel listener = ServerSocketChannel.open().bind(here, 64)) {
            ebpf.sample();
            for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
                held.add(SocketChannel.open(listener.getLocalAddress()));
                held.add(listener.accept());
                held.get(held.size() - 1).write(ByteBuffer.allocate(100));
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
                    "%d sockets: inet-diag %.1f ms, ebpf %.1f ms%n",
                    held.size(),
                    median(without),
                    median(with));
        } finally {
            for (SocketChannel channel : held) {
                channel.close();
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
