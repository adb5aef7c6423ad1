package dev.netwatch.adapters.collect.support.ebpf;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Programs in the kernel that count every socket's traffic and note who made, connected and closed it, from the moment
 * it opens until it is closed or this process ends. Not thread-safe.
 */
public final class EbpfEngine implements SocketRecords {
    private static final Path PROC = Path.of("/proc/self");

    private final BpfMap sockets;
    private final BpfMap peers;
    private final Losses losses;
    private final Links links;
    private final SocketRecord cursor;
    private final EbpfLimits limits;
    private final List<Notice> notices = new ArrayList<>();
    private boolean ownersKnown = true;
    private long netns;
    private boolean closed;

    private EbpfEngine(BpfMap sockets, BpfMap peers, Losses losses, Links links, EbpfLimits limits) {
        this.sockets = sockets;
        this.peers = peers;
        this.losses = losses;
        this.links = links;
        this.limits = limits;
        this.cursor = new SocketRecord(sockets.values());
    }

    /** Why it cannot work here and now, as far as a look without side effects tells; empty when it may. */
    public static Optional<Notice> refusal() {
        String system = System.getProperty("os.name");
        String architecture = System.getProperty("os.arch");
        if (!system.equals("Linux")) {
            return Optional.of(Refusals.otherSystem(system));
        }
        if (Bpf.syscallNumber(architecture).isEmpty()) {
            return Optional.of(Refusals.otherMachine(architecture));
        }
        List<String> missing = rights().missing();
        if (!missing.isEmpty()) {
            return Optional.of(Refusals.missing(missing));
        }
        if (cgroup().isEmpty()) {
            return Optional.of(Refusals.noCgroup2());
        }
        return tryPrograms();
    }

    private static Optional<Notice> tryPrograms() {
        try {
            Memlock.raise();
            FeatureProbe.requirePrograms();
            return Optional.empty();
        } catch (BpfException e) {
            return Optional.of(Refusals.of(e));
        }
    }

    /**
     * Loads, links and proves the programs, for all cgroups this process can see.
     *
     * @throws SourceException if the kernel refuses, or the self-test shows wrong figures; nothing is left then
     */
    public static EbpfEngine open(EbpfLimits limits) {
        refusal().ifPresent(notice -> {
            throw new SourceException(notice);
        });
        return open(cgroup().orElseThrow(), limits, FeatureProbe.probe());
    }

    static EbpfEngine open(String cgroup, EbpfLimits limits, Features features) {
        EbpfEngine engine = load(cgroup, limits, features);
        try {
            engine.prove();
        } catch (SourceException e) {
            engine.close();
            throw e;
        }
        if (!features.directAccess() || !features.commandNames()) {
            engine.notices.add(Refusals.withoutPerfmon());
        }
        return engine;
    }

    /** Without self-test. */
    static EbpfEngine load(String cgroup, EbpfLimits limits, Features features) {
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            Losses losses = keep(opened, new Losses());
            BpfMap sockets =
                    keep(opened, new BpfMap("nw_sockets", SocketLayout.KEY_SIZE, SocketLayout.SIZE, limits.sockets()));
            BpfMap peers = keep(opened, new BpfMap("nw_peers", PeerLayout.KEY_SIZE, PeerLayout.SIZE, limits.peers()));
            MapDescriptors maps = new MapDescriptors(sockets.descriptor(), peers.descriptor(), losses.descriptor());
            Links links = Links.create(cgroup, maps, features);
            opened.clear();
            return new EbpfEngine(sockets, peers, losses, links, limits);
        } catch (BpfException e) {
            throw new SourceException(Refusals.of(e));
        } finally {
            opened.forEach(EbpfEngine::release);
        }
    }

    private static <T extends AutoCloseable> T keep(List<AutoCloseable> opened, T what) {
        opened.add(what);
        return what;
    }

    private static void release(AutoCloseable opened) {
        if (opened instanceof BpfMap map) {
            map.close();
        } else if (opened instanceof Losses losses) {
            losses.close();
        }
    }

    private void prove() {
        SelfTest.Result result = new SelfTest(this).run();
        result.mismatch().ifPresent(mismatch -> {
            throw new SourceException(Refusals.selfTest(mismatch));
        });
        result.untested().ifPresent(why -> notices.add(Refusals.untested(why)));
        ownersKnown = result.ownersKnown();
        netns = result.netns();
        result.sockets().forEach(this::forget); // what we say to ourselves is nobody's traffic
        if (!ownersKnown) {
            notices.add(Refusals.foreignProcessNumbers());
        }
    }

    @Override
    public List<Notice> notices() {
        return List.copyOf(notices);
    }

    @Override
    public boolean ownersKnown() {
        return ownersKnown;
    }

    @Override
    public long netnsCookie() {
        return netns;
    }

    @Override
    public int peerLimit() {
        return limits.peers();
    }

    @Override
    public void forEachSocket(Consumer<SocketRecord> consumer) {
        try {
            sockets.forEach(index ->
                    consumer.accept(cursor.at(index, sockets.keys().getLong(index * SocketLayout.KEY_SIZE))));
        } catch (BpfException e) {
            throw new SourceException(Refusals.of(e));
        }
    }

    /** The record of one socket; valid until the next call. */
    Optional<SocketRecord> socket(long cookie) {
        return sockets.lookup(cookie) ? Optional.of(cursor.at(0, cookie)) : Optional.empty();
    }

    @Override
    public void forEachPeer(Consumer<PeerRecord> consumer) {
        try {
            peers.forEach(index -> consumer.accept(PeerRecord.read(peers.keys(), peers.values(), index)));
        } catch (BpfException e) {
            throw new SourceException(Refusals.of(e));
        }
    }

    /** Updates that found no room since the engine opened. */
    long losses() {
        return losses.total();
    }

    @Override
    public long drainLosses() {
        try {
            return losses.drain();
        } catch (BpfException e) {
            throw new SourceException(Refusals.of(e));
        }
    }

    @Override
    public void forget(long cookie) {
        try {
            sockets.delete(cookie);
        } catch (BpfException e) {
            throw new SourceException(Refusals.of(e));
        }
    }

    @Override
    public void forget(PeerRecord peer) {
        try {
            peers.delete(peer.key());
        } catch (BpfException e) {
            throw new SourceException(Refusals.of(e));
        }
    }

    /** Removes programs and maps from the kernel. Idempotent. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            links.close();
            sockets.close();
            peers.close();
            losses.close();
        }
    }

    private static Rights rights() {
        return Rights.of(lines("status"));
    }

    static Optional<String> cgroup() {
        return Cgroup2.mountPoint(lines("mountinfo"));
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(PROC.resolve(file)).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
