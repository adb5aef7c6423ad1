package dev.netwatch.adapters.collect.support.ebpf;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the engine costs the traffic it watches, in processor time: the same work without it, with it and without it again, in turn; prints
 * medians of the paired ratios with/without, and without/without as a control. Both ends are on this machine, so each
 * packet is counted twice. Run by {@code src/bench/engine-cost.sh}. Arguments: rounds.
 */
public final class EngineCost {
    private static final InetSocketAddress ANY = loopback(0);

    private EngineCost() {}

    /** A fixed amount of work. */
    private interface Work {
        void run() throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        try (Pair pair = new Pair();
                DatagramChannel one = DatagramChannel.open().bind(ANY);
                DatagramChannel other = DatagramChannel.open().bind(ANY);
                ServerSocketChannel listener = ServerSocketChannel.open().bind(ANY, 64)) {
            Map<String, Work> work = new LinkedHashMap<>();
            work.put("TCP bulk, 128 KiB writes", () -> pair.bulk(1_500));
            work.put("TCP 100 B ping-pong", () -> pair.pingPong(4_000));
            work.put("UDP 100 B sendto and receive", () -> datagrams(one, other, 30_000));
            work.put("connect, accept, close", () -> connections(listener, 2_000));
            for (Map.Entry<String, Work> entry : work.entrySet()) {
                measure(entry.getKey(), entry.getValue(), rounds);
            }
        }
    }

    private static void measure(String name, Work work, int rounds) throws IOException {
        List<Double> ratios = new ArrayList<>();
        List<Double> control = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            time(work);
        }
        for (int i = 0; i < rounds; i++) {
            double before = time(work);
            double with;
            try (EbpfEngine engine = EbpfEngine.open(EbpfLimits.DEFAULT)) {
                with = time(work);
                if (engine.losses() != 0) {
                    throw new IllegalStateException(engine.losses() + " updates lost");
                }
            }
            double after = time(work);
            without.add(before);
            ratios.add(2 * with / (before + after));
            control.add(after / before);
        }
        System.out.printf(
                Locale.ROOT,
                "%-30s off %8.1f ms  on/off %.3f (%.3f..%.3f)  off/off %.3f%n",
                name,
                median(without),
                median(ratios),
                Collections.min(ratios),
                Collections.max(ratios),
                median(control));
    }

    private static double time(Work work) throws IOException {
        long start = cpuTime();
        work.run();
        return (cpuTime() - start) / 1e6;
    }

    /** Of all threads of this process, with what the kernel does for them; other load hardly enters. */
    private static long cpuTime() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long total = 0;
        for (long id : threads.getAllThreadIds()) {
            total += Math.max(0, threads.getThreadCpuTime(id));
        }
        return total;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static void datagrams(DatagramChannel one, DatagramChannel other, int count) throws IOException {
        ByteBuffer data = ByteBuffer.allocateDirect(100);
        InetSocketAddress there = (InetSocketAddress) other.getLocalAddress();
        for (int i = 0; i < count; i++) {
            data.clear();
            one.send(data, there);
            data.clear();
            other.receive(data);
        }
    }

    private static void connections(ServerSocketChannel listener, int count) throws IOException {
        InetSocketAddress there = (InetSocketAddress) listener.getLocalAddress();
        for (int i = 0; i < count; i++) {
            SocketChannel client = SocketChannel.open(there);
            SocketChannel server = listener.accept();
            client.close();
            server.close();
        }
    }

    private static InetSocketAddress loopback(int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A TCP connection whose other end is served by a thread: it reads all, or answers each 100 bytes. */
    private static final class Pair implements AutoCloseable {
        private static final int BLOCK = 128 * 1024;
        private static final int SMALL = 100;

        private final SocketChannel bulk;
        private final SocketChannel echo;

        Pair() throws IOException {
            try (ServerSocketChannel listener = ServerSocketChannel.open().bind(ANY)) {
                bulk = SocketChannel.open(listener.getLocalAddress());
                serve(listener.accept(), false);
                echo = SocketChannel.open(listener.getLocalAddress());
                echo.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
                SocketChannel answering = listener.accept();
                answering.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
                serve(answering, true);
            }
        }

        private static void serve(SocketChannel channel, boolean answers) {
            Thread server = new Thread(() -> {
                ByteBuffer data = ByteBuffer.allocateDirect(answers ? SMALL : BLOCK);
                try (channel) {
                    while (channel.read(data) >= 0) {
                        data.flip();
                        if (answers) {
                            channel.write(data);
                        }
                        data.clear();
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            server.setDaemon(true);
            server.start();
        }

        void bulk(int blocks) throws IOException {
            ByteBuffer data = ByteBuffer.allocateDirect(BLOCK);
            for (int i = 0; i < blocks; i++) {
                data.clear();
                while (data.hasRemaining()) {
                    bulk.write(data);
                }
            }
        }

        void pingPong(int count) throws IOException {
            ByteBuffer data = ByteBuffer.allocateDirect(SMALL);
            for (int i = 0; i < count; i++) {
                data.clear();
                echo.write(data);
                data.clear();
                while (data.hasRemaining()) {
                    echo.read(data);
                }
            }
        }

        @Override
        public void close() throws IOException {
            bulk.close();
            echo.close();
        }
    }
}
