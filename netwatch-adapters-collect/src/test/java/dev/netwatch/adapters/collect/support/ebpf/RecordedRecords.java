package dev.netwatch.adapters.collect.support.ebpf;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.notice.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The recordings of {@link RecordsRecorder}, as the engine would show them. What is forgotten is not shown again. */
public final class RecordedRecords implements SocketRecords {
    private final byte[] sockets = read("sockets");
    private final byte[] peers = read("peers");
    private final List<PeerRecord> more = new ArrayList<>();
    private final Set<Long> forgotten = new HashSet<>();
    private final Set<Endpoint> forgottenPeers = new HashSet<>();
    private long lost;
    private int peerLimit = 8_192;
    private boolean closed;

    private static byte[] read(String name) {
        String resource = "/ebpf/linux-6.18-" + name + ".bin";
        try (InputStream input = Objects.requireNonNull(RecordedRecords.class.getResourceAsStream(resource))) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cookie of the first socket with these ports. */
    public long cookie(int localPort, int remotePort) {
        List<Long> found = new ArrayList<>();
        forEachSocket(socket -> {
            if (socket.localPort() == localPort && socket.remotePort() == remotePort) {
                found.add(socket.cookie());
            }
        });
        return found.get(0);
    }

    /** The next call of {@link #drainLosses} tells these. */
    public void lose(long updates) {
        lost = updates;
    }

    public void limitPeers(int limit) {
        peerLimit = limit;
    }

    /** Another remote of a UDP socket, or new figures of one. */
    public void put(PeerRecord peer) {
        more.removeIf(
                before -> before.cookie() == peer.cookie() && before.remote().equals(peer.remote()));
        more.add(peer);
    }

    /** As if the socket were older than the engine. */
    public void missCreation(long wanted) {
        int size = SocketLayout.KEY_SIZE + SocketLayout.SIZE;
        for (int i = 0; i < sockets.length; i += size) {
            if (little(sockets, i, SocketLayout.KEY_SIZE).getLong(0) == wanted) {
                sockets[i + SocketLayout.KEY_SIZE + SocketLayout.CREATED] = 0;
            }
        }
    }

    public Set<Long> forgotten() {
        return forgotten;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public List<Notice> notices() {
        return List.of();
    }

    @Override
    public boolean ownersKnown() {
        return true;
    }

    @Override
    public long netnsCookie() {
        List<Long> cookies = new ArrayList<>();
        forEachSocket(socket -> cookies.add(socket.netnsCookie()));
        return cookies.stream().filter(cookie -> cookie != 0).findFirst().orElse(0L);
    }

    @Override
    public int peerLimit() {
        return peerLimit;
    }

    @Override
    public void forEachSocket(Consumer<SocketRecord> consumer) {
        int size = SocketLayout.KEY_SIZE + SocketLayout.SIZE;
        for (int i = 0; i < sockets.length; i += size) {
            long cookie = little(sockets, i, SocketLayout.KEY_SIZE).getLong(0);
            if (!forgotten.contains(cookie)) {
                ByteBuffer values = little(sockets, i + SocketLayout.KEY_SIZE, SocketLayout.SIZE);
                consumer.accept(new SocketRecord(values).at(0, cookie));
            }
        }
    }

    @Override
    public void forEachPeer(Consumer<PeerRecord> consumer) {
        int size = PeerLayout.KEY_SIZE + PeerLayout.SIZE;
        for (int i = 0; i < peers.length; i += size) {
            PeerRecord peer = PeerRecord.read(
                    little(peers, i, PeerLayout.KEY_SIZE), little(peers, i + PeerLayout.KEY_SIZE, PeerLayout.SIZE), 0);
            if (!forgottenPeers.contains(peer.remote())) {
                consumer.accept(peer);
            }
        }
        List.copyOf(more).forEach(consumer);
    }

    private static ByteBuffer little(byte[] all, int from, int size) {
        return ByteBuffer.wrap(all, from, size).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public long drainLosses() {
        long drained = lost;
        lost = 0;
        return drained;
    }

    @Override
    public void forget(long cookie) {
        forgotten.add(cookie);
    }

    @Override
    public void forget(PeerRecord peer) {
        forgottenPeers.add(peer.remote());
        more.removeIf(before -> before.remote().equals(peer.remote()));
    }

    /** The figures of one remote. */
    public Optional<PeerRecord> peer(long cookie, int port) {
        List<PeerRecord> found = new ArrayList<>();
        forEachPeer(found::add);
        return found.stream()
                .filter(peer -> peer.cookie() == cookie && peer.remote().port() == port)
                .findFirst();
    }

    @Override
    public void close() {
        closed = true;
    }
}
