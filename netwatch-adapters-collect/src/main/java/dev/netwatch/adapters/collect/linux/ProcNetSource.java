package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Sample;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables in /proc/net: everywhere on Linux, without anything native, and without bytes. Sees the network namespace
 * it runs in.
 */
final class ProcNetSource implements ConnectionSource {
    private final LinuxSystem system;
    private final Clock clock;
    private @Nullable ProcNetSession session;

    ProcNetSource(LinuxSystem system, Clock clock) {
        this.system = system;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "procfs";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.OWNERS);
    }

    @Override
    public int rank() {
        return 40;
    }

    @Override
    public Optional<Notice> refusal() {
        return system.refusesProc();
    }

    @Override
    public Sample sample() {
        if (session == null) {
            session = new ProcNetSession(system);
        }
        return session.sample(clock.now(), clock.nanos());
    }

    @Override
    public void close() {
        session = null;
    }
}
