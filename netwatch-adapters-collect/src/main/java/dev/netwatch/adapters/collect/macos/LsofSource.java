package dev.netwatch.adapters.collect.macos;

import dev.netwatch.adapters.collect.support.command.CommandRunner;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.NetworkInterfaces;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Sample;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** macOS without nettop: sockets, states and owners from lsof and ps, and no bytes. */
final class LsofSource implements ConnectionSource {
    private static final Notice RIGHTS =
            Notice.warning("owners-need-root", "The sockets of other users are not seen; sudo shows them.");

    private final MacSystem system;
    private final MacCommands commands;
    private final NetworkInterfaces interfaces;
    private final Clock clock;
    private @Nullable MacSession session;

    LsofSource(MacSystem system, CommandRunner runner, NetworkInterfaces interfaces, Clock clock) {
        this.system = system;
        this.commands = new MacCommands(runner, system);
        this.interfaces = interfaces;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "lsof";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.OWNERS);
    }

    @Override
    public int rank() {
        return 36;
    }

    @Override
    public Optional<Notice> refusal() {
        return system.refuses()
                .or(() -> commands.has(system.lsof())
                        ? Optional.empty()
                        : Optional.of(
                                Notice.warning("lsof-missing", system.lsof() + ", a part of macOS, is not there.")));
    }

    @Override
    public Sample sample() {
        if (session == null) {
            session = new MacSession(commands, false, system.root(), RIGHTS, interfaces);
        }
        return session.sample(clock.now(), clock.nanos());
    }

    @Override
    public void close() {
        session = null;
    }
}
