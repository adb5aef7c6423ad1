package dev.netwatch.tui.command;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.LocalInterface;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.query.Filter;
import dev.netwatch.tui.config.NetwatchConfig;
import dev.netwatch.tui.runtime.LiveModel;
import dev.netwatch.tui.runtime.Trace;
import dev.netwatch.tui.terminal.DashboardSettings;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/* Puts the dashboard and what lies behind it together. Everything here happens before the first frame: keep it short. */
final class DashboardLauncher {
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final Invocation invocation;

    DashboardLauncher(Invocation invocation) {
        this.invocation = invocation;
    }

    /** @param interfaceName what to show; all interfaces without one */
    int run(@Nullable String interfaceName) {
        Surroundings surroundings = invocation.surroundings();
        NetwatchConfig config = invocation.config();
        Duration interval = config.interval().orElse(INTERVAL);
        DashboardSettings settings = settings(interfaceName, interval);
        try (LiveModel model = new LiveModel(
                invocation::backend,
                config,
                invocation.home(),
                interval,
                surroundings.clock(),
                invocation.homeNotices())) {
            Thread atTheEnd = new Thread(model::close, "netwatch-shutdown");
            Runtime.getRuntime().addShutdownHook(atTheEnd);
            Trace.mark("settings made");
            return surroundings.screen().run(settings, model);
        }
    }

    private DashboardSettings settings(@Nullable String interfaceName, Duration interval) {
        NetwatchConfig config = invocation.config();
        InterfaceScope scope =
                new InterfaceScope(invocation.surroundings().interfaces().get(), Program.COMMANDS);
        Filter filter = scope.filter(interfaceName);
        Optional<LocalInterface> shown = interfaceName == null ? usual(scope) : Optional.of(scope.named(interfaceName));
        return new DashboardSettings(
                shown.map(LocalInterface::name).orElse(""),
                shown.flatMap(DashboardLauncher::address),
                filter,
                config.loopback() || shown.map(LocalInterface::loopback).orElse(false),
                config.listening(),
                interval,
                config.ascii(),
                config.color(),
                config.preferences(),
                invocation.surroundings().clock());
    }

    /** The one people know their machine by: IPv4 before IPv6, and none that holds on one link only if there is another. */
    private static Optional<IpAddress> address(LocalInterface shown) {
        return shown.addresses().stream()
                .min(Comparator.comparing(IpAddress::isLinkLocal).thenComparing(address -> !address.isV4()));
    }

    /* The header can do without. */
    private static Optional<LocalInterface> usual(InterfaceScope scope) {
        try {
            return scope.usual();
        } catch (SourceException e) {
            return Optional.empty();
        }
    }
}
