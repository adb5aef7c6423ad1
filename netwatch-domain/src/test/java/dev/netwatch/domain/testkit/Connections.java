package dev.netwatch.domain.testkit;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.NameResolver;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.track.Annotator;
import dev.netwatch.domain.track.ConnectionTracker;
import dev.netwatch.domain.track.Sampler;
import dev.netwatch.domain.track.Snapshot;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Made-up traffic for tests of what shows or prints connections. The sockets are invented; what follows them from sample
 * to sample is the real sampler and tracker, so a snapshot from here is one that can happen.
 *
 * <pre>{@code
 * Connections traffic = new Connections(clock);
 * MadeUpSocket curl = traffic.tcp("curl", 48213).to("192.0.2.9", 443).bytes(41_000, 12_000).seen(3);
 * Snapshot first = traffic.tick();
 * curl.bytes(82_000, 12_000);
 * Snapshot second = traffic.tick();
 * }</pre>
 */
public final class Connections {
    /** Time between two ticks. */
    public static final Duration INTERVAL = Duration.ofSeconds(2);

    private final FakeClock clock;
    private final FakeConnectionSource source;
    private final Map<IpAddress, RemoteName> names = new HashMap<>();
    private final Map<IpAddress, Integer> otherRuns = new HashMap<>();
    private final Sampler sampler;
    private int sockets;

    /** As the kernel's own diagnostics would tell it: TCP counted, UDP not, nothing missed. */
    public Connections(FakeClock clock) {
        this(
                clock,
                "inet-diag",
                Set.of(Capability.TCP_BYTES, Capability.OWNERS, Capability.CLOSED_SOCKETS, Capability.TCP_METRICS),
                List.of());
    }

    /** @param standing notices that come with every snapshot */
    public Connections(FakeClock clock, String sourceId, Set<Capability> capabilities, List<Notice> standing) {
        this.clock = clock;
        this.source = new FakeConnectionSource(clock, sourceId, 0, capabilities);
        Annotator annotator = new Annotator(new TaughtNames(names), peer -> {
            Integer runs = otherRuns.get(peer.remote());
            return runs == null ? OptionalInt.empty() : OptionalInt.of(runs);
        });
        this.sampler = new Sampler(source, new ConnectionTracker(annotator), standing);
    }

    /** A TCP connection of this process, established; {@link MadeUpSocket#to} says with whom. */
    public MadeUpSocket tcp(String process, long pid) {
        return tcp(Owner.of(ProcessRef.of(pid, process)));
    }

    /** A TCP connection of whoever this is. */
    public MadeUpSocket tcp(Owner owner) {
        return new MadeUpSocket(this, ++sockets, true, owner);
    }

    /** A UDP socket of this process. */
    public MadeUpSocket udp(String process, long pid) {
        return new MadeUpSocket(this, ++sockets, false, Owner.of(ProcessRef.of(pid, process)));
    }

    /** Lets one interval pass and takes the next sample. */
    public Snapshot tick() {
        clock.advance(INTERVAL);
        return sampler.tick();
    }

    /** Makes all later ticks fail, until {@link #recover}. */
    public Connections fail(String sentence) {
        source.fail(Notice.error("source-failed", sentence));
        return this;
    }

    public Connections recover() {
        source.recover();
        return this;
    }

    /** How complete later samples are. */
    public Connections cover(Coverage coverage) {
        source.cover(coverage);
        return this;
    }

    FakeConnectionSource source() {
        return source;
    }

    void name(IpAddress address, RemoteName name) {
        names.put(address, name);
    }

    RemoteName nameOf(IpAddress address) {
        return names.getOrDefault(address, RemoteName.PENDING);
    }

    void remember(IpAddress address, int runs) {
        otherRuns.put(address, runs);
    }

    private record TaughtNames(Map<IpAddress, RemoteName> names) implements NameResolver {
        @Override
        public RemoteName nameOf(IpAddress address) {
            return names.getOrDefault(address, RemoteName.PENDING);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
