package dev.netwatch.adapters.collect.linux;

import dev.netwatch.adapters.collect.support.ebpf.EbpfEngine;
import dev.netwatch.adapters.collect.support.ebpf.EbpfLimits;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Sample;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's socket table, and beside it counting programs in the kernel, so that what lives between two samples is
 * seen with its process, and UDP with its bytes. Counts from its first sample on. Needs CAP_BPF and CAP_NET_ADMIN.
 */
final class EbpfSource implements ConnectionSource {
    static final String ID = "ebpf";

    private final LinuxSystem system;
    private final Clock clock;
    private final InetDiagSource table;
    private @Nullable EbpfSession session;
    private @Nullable Optional<Notice> refusal;

    EbpfSource(LinuxSystem system, Clock clock) {
        this.system = system;
        this.clock = clock;
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

    /*
     * Below the socket table for now: it is taken by those who ask for it, and becomes everybody's first choice when
     * containers, long runs and other kernels have been proven (docs/accuracy.md says what has).
     */
    @Override
    public int rank() {
        return 70;
    }

    /*
     * Whether the kernel lets programs in, and whether they count right, only a trial tells. It is made once, and only
     * for those who have the rights.
     */
    @Override
    public Optional<Notice> refusal() {
        Optional<Notice> known = refusal;
        if (known == null) {
            known = table.refusal().or(EbpfSource::tryEngine);
            refusal = known;
        }
        return known;
    }

    private static Optional<Notice> tryEngine() {
        try {
            EbpfEngine.open(EbpfLimits.DEFAULT).close();
            return Optional.empty();
        } catch (SourceException e) {
            return Optional.of(e.notice());
        } catch (LinkageError e) {
            return Optional.of(
                    Notice.warning("ebpf-no-native-access", "eBPF refused: no native access: " + e.getMessage()));
        }
    }

    @Override
    public Sample sample() {
        EbpfSession open = session;
        if (open == null) {
            open = new EbpfSession(EbpfEngine.open(EbpfLimits.DEFAULT), new HookOwners(system), system, table);
            session = open;
        }
        return open.merge(table.sample(), clock);
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
