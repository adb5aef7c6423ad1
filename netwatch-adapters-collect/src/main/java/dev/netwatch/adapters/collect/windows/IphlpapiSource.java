package dev.netwatch.adapters.collect.windows;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.NetworkInterfaces;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Sample;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tables of sockets that Windows keeps, with their processes and, for an administrator, bytes of TCP from when a
 * connection was first seen.
 */
final class IphlpapiSource implements ConnectionSource {
    static final String ID = "iphlpapi";

    private final WindowsSystem system;
    private final Supplier<WindowsApi> windows;
    private final NetworkInterfaces interfaces;
    private final Clock clock;
    private @Nullable IphlpapiSession session;
    private Optional<Notice> failure = Optional.empty();

    /** @param windows asked at the first sample, for it may load native libraries */
    IphlpapiSource(WindowsSystem system, Supplier<WindowsApi> windows, NetworkInterfaces interfaces, Clock clock) {
        this.system = system;
        this.windows = windows;
        this.interfaces = interfaces;
        this.clock = clock;
    }

    @Override
    public String id() {
        return ID;
    }

    /** Not the bytes of TCP: they are never the whole, and only an administrator has them. */
    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.OWNERS);
    }

    @Override
    public int rank() {
        return 50;
    }

    /** Whether this is Windows; after an opening that failed, why it did. */
    @Override
    public Optional<Notice> refusal() {
        return failure.or(system::refuses);
    }

    @Override
    public Sample sample() {
        Instant takenAt = clock.now();
        long nanos = clock.nanos();
        return open(nanos).sample(takenAt, nanos);
    }

    private IphlpapiSession open(long run) {
        IphlpapiSession opened = session;
        if (opened == null) {
            system.refuses().ifPresent(notice -> {
                throw new SourceException(notice);
            });
            try {
                opened = new IphlpapiSession(windows.get(), interfaces, run);
            } catch (LinkageError e) {
                Notice notice = Notice.error(
                        "iphlpapi-missing",
                        "The system libraries of Windows cannot be loaded (" + e.getMessage()
                                + "); use --source oshi.");
                failure = Optional.of(notice);
                throw new SourceException(notice, e);
            }
            session = opened;
        }
        return opened;
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
