package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.port.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Times one warm sample, holding some connections in each of the network namespaces that {@code ip netns} lists, beside
 * {@code ss} in each of them. Run by {@code src/bench/namespace-bench.sh}. Arguments: rounds, connections in each.
 */
public final class NamespaceBench {
    private NamespaceBench() {}

    private interface Work {
        void run() throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        int connections = Integer.parseInt(arguments[1]);
        Map<Long, String> mounted = new TreeMap<>();
        for (MountInfo mount : MountInfo.read(Path.of("/proc"))) {
            if (mount.networkNamespace() > 0) {
                mounted.put(mount.networkNamespace(), mount.point());
            }
        }
        List<AutoCloseable> held = new ArrayList<>();
        NamespaceVisit.to(mounted, inode -> hold(connections, held));
        try (InetDiagSource source = new InetDiagSource(LinuxSystem.here(), Clock.system())) {
            double ours = median(rounds, source::sample);
            double ss = median(rounds, () -> spawn("ss", "-tuinpaH"));
            double all = mounted.isEmpty()
                    ? ss
                    : ss + median(rounds, () -> spawn("ip", "-all", "netns", "exec", "ss", "-tuinpaH"));
            int namespaces = source.sample().coverage().networkNamespaces().orElseThrow();
            System.out.printf(
                    "%3d namespaces, %5d sockets held: netwatch %7.2f ms, ss -tuinpa in each %8.1f ms, %5.1f times%n",
                    namespaces, held.size(), ours, all, all / ours);
        }
    }

    private static boolean hold(int connections, List<AutoCloseable> held) {
        try {
            for (int i = 0; i < connections; i++) {
                InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
                ServerSocketChannel listener = ServerSocketChannel.open().bind(new InetSocketAddress(loopback, 0));
                SocketChannel client = SocketChannel.open(listener.getLocalAddress());
                held.addAll(List.of(listener, client, listener.accept()));
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In milliseconds; as many rounds go before that only warm up. */
    private static double median(int rounds, Work work) throws IOException {
        long[] spent = new long[rounds];
        for (int round = -rounds; round < rounds; round++) {
            long start = Clock.system().nanos();
            work.run();
            if (round >= 0) {
                spent[round] = Clock.system().nanos() - start;
            }
        }
        Arrays.sort(spent);
        return spent[rounds / 2] / 1e6;
    }

    private static void spawn(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            output.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
