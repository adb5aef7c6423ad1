package dev.netwatch.adapters.collect.linux;

import dev.netwatch.adapters.collect.support.ebpf.EbpfEngine;
import dev.netwatch.adapters.collect.support.ebpf.EbpfLimits;
import dev.netwatch.adapters.collect.support.ebpf.SocketRecords;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Sample;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's socket table, and beside it counting programs in the kernel, so that what lives between two samples is
 * seen with its process, and UDP with its bytes. Counts from its first sample on. Needs CAP_BPF and CAP_NET_ADMIN.
 */
final class EbpfSource implements ConnectionSource {
    static final String ID = "ebpf";

    private final LinuxSystem system;
    private final Supplier<SocketRecords> opener;
    private final InetDiagSource table;
    private @Nullable EbpfSession session;
    private @Nullable Optional<Notice> refusal;

    EbpfSource(LinuxSystem system, Clock clock) {
        this(system, clock, () -> EbpfEngine.open(EbpfLimits.DEFAULT));
    }

    /** @param opener throws a {@link SourceException} where the kernel does not let the programs in */
    EbpfSource(LinuxSystem system, Clock clock, Supplier<SocketRecords> opener) {
        this.system = system;
        this.opener = opener;
        this.table = new InetDiagSource(system, clock);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.values());
    }

    @Override
    public int rank() {
        return 90;
    }

    /*
     * Whether the kernel takes these programs, and whether they count right, shows only when they are opened, which
     * costs some milliseconds; so that is left to the first sample.
     */
    @Override
    public Optional<Notice> refusal() {
        Optional<Notice> known = refusal;
        if (known == null) {
            known = table.refusal().or(EbpfSource::engineRefusal);
            refusal = known;
        }
        return known;
    }

    private static Optional<Notice> engineRefusal() {
        try {
            return EbpfEngine.refusal();
        } catch (LinkageError e) {
            return Optional.of(noNativeAccess(e));
        }
    }

    private static Notice noNativeAccess(LinkageError e) {
        return Notice.warning("ebpf-no-native-access", "eBPF refused: no native access: " + e.getMessage());
    }

    @Override
    public Sample sample() {
        return session().merge(table.sample());
    }

    private EbpfSession session() {
        EbpfSession opened = session;
        if (opened == null) {
            opened = new EbpfSession(records(), new HookOwners(system), table.namespaces(), system);
            session = opened;
        }
        return opened;
    }

    private SocketRecords records() {
        try {
            return opener.get();
        } catch (SourceException e) {
            refusal = Optional.of(e.notice());
            throw e;
        } catch (LinkageError e) {
            refusal = Optional.of(noNativeAccess(e));
            throw new SourceException(refusal.get(), e);
        }
    }

    @Override
    public void close() {
        table.close();
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
