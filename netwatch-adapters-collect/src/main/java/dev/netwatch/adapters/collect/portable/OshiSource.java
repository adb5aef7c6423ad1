package dev.netwatch.adapters.collect.portable;

import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats;
import oshi.software.os.InternetProtocolStats.IPConnection;

/*
 * OSHI knows no identity of sockets: a socket is its tuple and process, from the sample that first shows it to the last
 * that does. One that was replaced by another between two samples is taken for the same.
 */
/** The floor under every other source: what OSHI can list on any system it knows. */
final class OshiSource implements ConnectionSource {
    private record Key(FiveTuple tuple, long pid) {}

    private static final List<Notice> ALWAYS = List.of(
            Notice.info("no-bytes", "OSHI counts no bytes."),
            Notice.info("between-samples", "What opens and closes between two samples is not seen."),
            Notice.info(
                    "no-identity",
                    "OSHI tells sockets apart by endpoints and process alone; one that is quickly replaced is taken for"
                            + " the same."));

    /* Where OSHI reads the system's own tables; elsewhere it reads what "netstat -n" prints. */
    private static final Set<String> WITH_OWNERS = Set.of("Linux", "Mac OS X", "Windows");

    private final String system;
    private final Clock clock;
    private final OshiConnections connections;
    private final Supplier<InternetProtocolStats> tables;
    private @Nullable InternetProtocolStats stats;
    private Map<Key, SocketId> before = new HashMap<>();
    private long serial;

    OshiSource(Clock clock) {
        this(
                System.getProperty("os.name", ""),
                clock,
                () -> new SystemInfo().getOperatingSystem().getInternetProtocolStats());
    }

    /**
     * @param system the operating system's name, as {@code os.name}
     * @param tables asked at the first sample
     */
    OshiSource(String system, Clock clock, Supplier<InternetProtocolStats> tables) {
        this.system = system;
        this.clock = clock;
        this.tables = tables;
        this.connections = new OshiConnections();
    }

    private boolean knowsOwners() {
        return WITH_OWNERS.stream().anyMatch(system::startsWith);
    }

    @Override
    public String id() {
        return "oshi";
    }

    @Override
    public Set<Capability> capabilities() {
        return knowsOwners() ? Set.of(Capability.OWNERS) : Set.of();
    }

    @Override
    public int rank() {
        return 10;
    }

    /** Never: whether OSHI knows this system shows with the first sample. */
    @Override
    public Optional<Notice> refusal() {
        return Optional.empty();
    }

    @Override
    public Sample sample() {
        Instant takenAt = clock.now();
        long nanos = clock.nanos();
        Map<Key, SocketId> now = new HashMap<>();
        List<SocketSample> open = new ArrayList<>();
        for (IPConnection connection : list()) {
            connections.tuple(connection).ifPresent(tuple -> {
                Key key = new Key(tuple, connection.getowningProcessId());
                if (!now.containsKey(key)) {
                    now.put(key, before.containsKey(key) ? before.get(key) : fresh(nanos));
                    open.add(connections.sample(now.get(key), tuple, connection));
                }
            });
        }
        before = now;
        connections.forgetThoseNotSeen();
        return new Sample(takenAt, nanos, open, List.of(), new Coverage(Coverage.Level.SAMPLED, reasons(), 0));
    }

    private List<Notice> reasons() {
        List<Notice> reasons = new ArrayList<>(ALWAYS);
        if (!knowsOwners()) {
            reasons.add(
                    0,
                    Notice.warning(
                            "no-owners",
                            "On " + system + " OSHI asks netstat, which tells neither whose a socket is nor which ones"
                                    + " listen."));
        }
        return reasons;
    }

    private SocketId fresh(long nanos) {
        return new SocketId("oshi-" + Long.toHexString(nanos) + "-" + serial++);
    }

    /* OSHI throws whatever its native layers throw, linkage errors included. */
    private List<IPConnection> list() {
        try {
            if (stats == null) {
                stats = tables.get();
            }
            return stats.getConnections();
        } catch (RuntimeException | LinkageError e) {
            throw new SourceException(
                    Notice.error("oshi-failed", "OSHI cannot list the connections of this system: " + e + "."), e);
        }
    }

    @Override
    public void close() {
        stats = null;
        before = new HashMap<>();
    }
}
