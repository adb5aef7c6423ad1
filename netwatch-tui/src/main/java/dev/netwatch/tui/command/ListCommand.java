package dev.netwatch.tui.command;

import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.query.Filter;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.output.ConnectionJson;
import dev.netwatch.tui.output.ConnectionText;
import dev.netwatch.tui.output.Output;
import dev.netwatch.tui.runtime.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/* One look at the connections. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description =
                "Lists the connections open now, each with its process, its peer and its bytes. One look measures no"
                        + " rates and sees nothing close.")
final class ListCommand implements Callable<Integer> {
    /** How long names and memories are waited for; what comes later is not in the list. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Comparator<Connection> ORDER = Comparator.comparing(
                    (Connection connection) -> connection.processName().orElse("\uffff"))
            .thenComparing(connection ->
                    connection.owner().process().map(process -> process.pid()).orElse(0L))
            .thenComparing(
                    connection -> connection.remote().map(Object::toString).orElse(""))
            .thenComparing(connection -> connection.local().toString())
            .thenComparing(connection -> connection.id().value());

    private final NetwatchCommand netwatch;

    @Mixin
    private final Selection selection = new Selection();

    ListCommand(NetwatchCommand netwatch) {
        this.netwatch = netwatch;
    }

    @Override
    public Integer call() {
        return list(netwatch.invocation(), netwatch.networkInterface);
    }

    int list(Invocation invocation, @Nullable String networkInterface) {
        Filter scope = new InterfaceScope(invocation.surroundings().interfaces().get(), Program.COMMANDS)
                .filter(networkInterface);
        Filter asked = selection
                .filter()
                .on(invocation.surroundings().interfaces().get().list());
        invocation.tell(invocation.homeNotices());
        invocation.watch(Session.open(invocation.backend(), invocation.config()), session -> {
            Snapshot snapshot = session.tick();
            snapshot.failure().ifPresent(failure -> {
                throw new SourceException(failure);
            });
            List<Connection> connections = connections(invocation, session, scope, asked, snapshot);
            invocation.tell(snapshot.notices());
            invocation.tellOfMemory(session.notices());
            print(invocation, connections, snapshot.at().orElseThrow());
        });
        return ExitCode.DONE;
    }

    private List<Connection> connections(
            Invocation invocation, Session session, Filter scope, Filter asked, Snapshot snapshot) {
        List<Connection> open = snapshot.tracking().open();
        Filter early = selection.filter().needsNames() ? scope : scope.and(asked);
        Predicate<Connection> anyProcess = selection.wanted(invocation.config(), early, java.util.Set.of());
        session.settle(
                open.stream().filter(anyProcess).toList(), invocation.config().dns(), PATIENCE);
        Predicate<Connection> wanted = selection.wanted(invocation.config(), scope.and(asked), session.exclusions());
        return open.stream()
                .filter(anyProcess)
                .map(session::refreshed)
                .filter(wanted)
                .sorted(ORDER)
                .toList();
    }

    private void print(Invocation invocation, Collection<Connection> connections, Instant at) {
        Output output = invocation.output(selection.json);
        if (selection.json) {
            ConnectionJson json = new ConnectionJson(selection.arguments);
            connections.forEach(connection -> output.line(json.line(connection, at)));
        } else {
            ConnectionText text = new ConnectionText(
                    selection.arguments, invocation.surroundings().zone().get());
            text.table(connections, invocation.width()).forEach(output::line);
        }
        output.flush();
    }
}
