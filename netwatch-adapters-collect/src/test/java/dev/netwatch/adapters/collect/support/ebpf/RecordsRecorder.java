package dev.netwatch.adapters.collect.support.ebpf;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the recordings in {@code src/test/resources/ebpf}, whose README says what happens here. Arguments: the folder.
 * To be run as root in a network namespace of its own, whose loopback interface is up.
 */
public final class RecordsRecorder {
    private static final int FIRST_PORT = 40_000;
    private static final int LAST_PORT = 40_100;

    private RecordsRecorder() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (Losses losses = new Losses();
                BpfMap sockets = new BpfMap("nw_recorder", SocketLayout.KEY_SIZE, SocketLayout.SIZE, 4096);
                BpfMap peers = new BpfMap("nw_recorder", PeerLayout.KEY_SIZE, PeerLayout.SIZE, 4096)) {
            MapDescriptors maps = new MapDescriptors(sockets.descriptor(), peers.descriptor(), losses.descriptor());
            Links links = Links.create(EbpfEngine.cgroup().orElseThrow(), maps, FeatureProbe.probe());
            play(() -> {
                SocketRecord record = new SocketRecord(sockets.values());
                write(
                        sockets,
                        folder.resolve("linux-6.18-sockets.bin"),
                        SocketLayout.KEY_SIZE,
                        SocketLayout.SIZE,
                        i -> {
                            SocketRecord it = record.at(i, 0);
                            return isOurs(it.localPort()) || isOurs(it.remotePort());
                        });
                write(
                        peers,
                        folder.resolve("linux-6.18-peers.bin"),
                        PeerLayout.KEY_SIZE,
                        PeerLayout.SIZE,
                        i -> isOurs(PeerRecord.read(peers.keys(), peers.values(), i)
                                .remote()
                                .port()));
            });
        }
    }

    private interface Kept {
        boolean test(int index);
    }

    private interface Step {
        void run() throws IOException;
    }

    private static boolean isOurs(int port) {
        return port >= FIRST_PORT && port < LAST_PORT;
    }

    private static void write(BpfMap map, Path file, int keySize, int valueSize, Kept kept) throws IOException {
        try (OutputStream output = Files.newOutputStream(file)) {
            map.forEach(i -> {
                if (kept.test(i)) {
                    byte[] entry = new byte[keySize + valueSize];
                    map.keys().get(i * keySize, entry, 0, keySize);
                    map.values().get(i * valueSize, entry, keySize, valueSize);
                    try {
                        output.write(entry);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }
            });
        }
    }

    private static void play(Step then) throws IOException {
        try (ServerSocketChannel listener = ServerSocketChannel.open()
                        .setOption(StandardSocketOptions.SO_REUSEADDR, true)
                        .bind(at(40_001));
                SocketChannel client = connect(40_002, 40_001);
                SocketChannel server = listener.accept();
                DatagramChannel talker = DatagramChannel.open().bind(at(40_031));
                DatagramChannel one = DatagramChannel.open().bind(at(40_032));
                DatagramChannel other = DatagramChannel.open().bind(at(40_033))) {
            transfer(client, server, 1000);
            transfer(server, client, 300);
            brief(listener);
            refused();
            aborted(listener);
            talker.send(ByteBuffer.allocate(100), one.getLocalAddress());
            talker.send(ByteBuffer.allocate(30), other.getLocalAddress());
            one.send(ByteBuffer.allocate(7), talker.getLocalAddress());
            try (DatagramChannel gone = DatagramChannel.open().bind(at(40_034))) {
                gone.send(ByteBuffer.allocate(50), one.getLocalAddress());
            }
            then.run();
        }
    }

    private static void brief(ServerSocketChannel listener) throws IOException {
        SocketChannel client = connect(40_003, 40_001);
        SocketChannel server = listener.accept();
        transfer(client, server, 500);
        transfer(server, client, 300);
        client.close();
        server.read(ByteBuffer.allocate(1));
        server.close();
    }

    private static void refused() {
        try {
            connect(40_004, 40_099).close();
        } catch (IOException e) {
            return;
        }
        throw new IllegalStateException("somebody listens");
    }

    private static void aborted(ServerSocketChannel listener) throws IOException {
        SocketChannel client = connect(40_005, 40_001);
        SocketChannel server = listener.accept();
        transfer(client, server, 700);
        client.setOption(StandardSocketOptions.SO_LINGER, 0);
        client.close();
        server.close();
    }

    private static SocketChannel connect(int from, int to) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.bind(at(from));
        channel.connect(at(to));
        return channel;
    }

    private static void transfer(SocketChannel from, SocketChannel to, int bytes) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(bytes);
        while (data.hasRemaining()) {
            from.write(data);
        }
        data.clear();
        while (data.hasRemaining() && to.read(data) >= 0) {
            continue;
        }
    }

    private static InetSocketAddress at(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }
}
