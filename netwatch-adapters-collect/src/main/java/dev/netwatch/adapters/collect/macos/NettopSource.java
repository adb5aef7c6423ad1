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

/**
 * macOS: bytes from nettop, which Apple lets ask the kernel without root; sockets, states and owners from lsof as well;
 * who the processes are from ps.
 *
 * @see <a href="https://keith.github.io/xcode-man-pages/nettop.1.html">nettop(1)</a>
 */
final class NettopSource implements ConnectionSource {
    private static final Notice RIGHTS = Notice.warning(
            "owners-need-root", "Of other users' sockets only those are seen that nettop lists; sudo shows all.");

    private final MacSystem system;
    private final MacCommands commands;
    private final NetworkInterfaces interfaces;
    private final Clock clock;
    private @Nullable MacSession session;

    NettopSource(MacSystem system, CommandRunner runner, NetworkInterfaces interfaces, Clock clock) {
        this.system = system;
        this.commands = new MacCommands(runner, system);
        this.interfaces = interfaces;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "nettop";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.TCP_BYTES, Capability.UDP_BYTES, Capability.OWNERS);
    }

    @Override
    public int rank() {
        return 46;
    }

    @Override
    public Optional<Notice> refusal() {
        return system.refuses()
                .or(() -> commands.has(system.nettop())
                        ? Optional.empty()
                        : Optional.of(Notice.warning(
                                "nettop-missing",
                                system.nettop() + ", a part of macOS, is not there, and without it nobody counts"
                                        + " bytes.")));
    }

    @Override
    public Sample sample() {
        if (session == null) {
            session = new MacSession(commands, true, system.root(), RIGHTS, interfaces);
        }
        return session.sample(clock.now(), clock.nanos());
    }

    @Override
    public void close() {
        session = null;
    }
}
