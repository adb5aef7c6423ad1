package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Sample;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * One sample: dump the table, find the owners of what is new, then drain the notifications of what closed. A socket
 * that closed between dump and drain is told as closed only, unless the dump already showed it in TIME_WAIT.
 */
/**
 * The kernel's own socket table by sock_diag, with payload counters of TCP, and its notifications of closed sockets.
 * Needs no rights but to name the processes of other users, and to see other network namespaces than its own.
 */
final class InetDiagSource implements ConnectionSource {
    static final String ID = "inet-diag";

    private final LinuxSystem system;
    private final Clock clock;
    private @Nullable InetDiagSession session;
    private Optional<Notice> failure = Optional.empty();

    InetDiagSource(LinuxSystem system, Clock clock) {
        this.system = system;
        this.clock = clock;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.TCP_BYTES, Capability.CLOSED_SOCKETS, Capability.OWNERS, Capability.TCP_METRICS);
    }

    @Override
    public int rank() {
        return 80;
    }

    /** Whether this is a Linux whose calls are known; after an opening that failed, why it did. */
    @Override
    public Optional<Notice> refusal() {
        return failure.or(system::refusesNative);
    }

    @Override
    public Sample sample() {
        Instant takenAt = clock.now();
        long nanos = clock.nanos();
        InetDiagSession open = open();
        try {
            return open.sample(takenAt, nanos);
        } catch (NativeException e) {
            throw new SourceException(refused(e.getMessage()), e);
        }
    }

    private InetDiagSession open() {
        InetDiagSession opened = session;
        if (opened == null) {
            try {
                opened = new InetDiagSession(system, clock);
            } catch (NativeException | LinkageError e) {
                Notice notice = refused(String.valueOf(e.getMessage()));
                failure = Optional.of(notice);
                throw new SourceException(notice, e);
            }
            session = opened;
        }
        return opened;
    }

    private static Notice refused(String why) {
        return Notice.error(
                "inet-diag-refused",
                "The kernel's socket table cannot be read by netlink (" + why + "); use --source procfs.");
    }

    /** What the tables know besides sockets; asked after a sample only. */
    NamespaceView namespaces() {
        return new NamespaceView() {
            @Override
            public Namespace home() {
                return open().namespaces().home().namespace();
            }

            @Override
            public Optional<Namespace> withCookie(long cookie) {
                return open().namespaces().withCookie(cookie);
            }

            @Override
            public Place place(int pid, long cgroup, Optional<Namespace> elsewhere) {
                return open().places().of(pid, cgroup, elsewhere);
            }
        };
    }

    /** Makes the next sample walk all of /proc, as a first one does. */
    void forgetOwners() {
        if (session != null) {
            session.forgetOwners();
        }
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
