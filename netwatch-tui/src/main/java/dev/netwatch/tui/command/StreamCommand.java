package dev.netwatch.tui.command;

import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.query.Filter;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.output.ConnectionEvent;
import dev.netwatch.tui.output.ConnectionJson;
import dev.netwatch.tui.output.ConnectionText;
import dev.netwatch.tui.output.Output;
import dev.netwatch.tui.output.Summary;
import dev.netwatch.tui.runtime.Session;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/* Connections as events, until the time is up or somebody stops it. Ctrl-C and SIGTERM end it with its summary. */
@Command(
        name = "stream",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description =
                "Tells of connections as they open, change and close, and sums up at the end. One that a filter finds"
                        + " is told of from then on.")
final class StreamCommand implements Callable<Integer> {
    static final Duration INTERVAL = Duration.ofSeconds(1);

    /** How long a tick waits to learn whether its new peers were seen before. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final NetwatchCommand netwatch;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = Converters.Length.class,
            description = "End after so long, as 10s or 5m.")
    @Nullable
    private Duration duration;

    @Mixin
    private final Selection selection = new Selection();

    StreamCommand(NetwatchCommand netwatch) {
        this.netwatch = netwatch;
    }

    @Override
    public Integer call() {
        Invocation invocation = netwatch.invocation();
        Filter scope = new InterfaceScope(invocation.surroundings().interfaces().get(), Program.COMMANDS)
                .filter(netwatch.networkInterface)
                .and(selection
                        .filter()
                        .on(invocation.surroundings().interfaces().get().list()));
        invocation.tell(invocation.homeNotices());
        invocation.watch(
                Session.open(invocation.backend(), invocation.config()), session -> stream(invocation, session, scope));
        return ExitCode.DONE;
    }

    private void stream(Invocation invocation, Session session, Filter scope) {
        Output output = invocation.output(selection.json);
        Function<ConnectionEvent, String> line = line(invocation);
        EventLog log = new EventLog(session::refreshed);
        Clock clock = invocation.surroundings().clock();
        long start = clock.nanos();
        BooleanSupplier tick = () -> {
            Snapshot snapshot = sampled(session);
            invocation.tell(snapshot.notices());
            invocation.tellOfMemory(session.notices());
            Predicate<Connection> wanted = selection.wanted(invocation.config(), scope, session.exclusions());
            log.advance(snapshot, wanted).forEach(event -> output.line(line.apply(event)));
            output.flush();
            return !isOver(snapshot);
        };
        Watching.run(invocation, duration, tick);
        Summary summary = log.summary(Duration.ofNanos(clock.nanos() - start));
        output.line(selection.json ? summary.json() : summary.text());
        output.flush();
    }

    /* A replay at its end says so, in every snapshot from then on. */
    private static boolean isOver(Snapshot snapshot) {
        return snapshot.coverage().reasons().stream()
                .anyMatch(reason -> reason.code().equals("replay-over"));
    }

    private Snapshot sampled(Session session) {
        Snapshot snapshot = session.tick();
        EventLog.failureOf(snapshot).ifPresent(failure -> {
            throw new SourceException(failure);
        });
        List<Connection> open = snapshot.tracking().open();
        session.settle(open, false, PATIENCE);
        return snapshot;
    }

    private Function<ConnectionEvent, String> line(Invocation invocation) {
        if (selection.json) {
            return new ConnectionJson(selection.arguments)::line;
        }
        return new ConnectionText(
                selection.arguments, invocation.surroundings().zone().get())::line;
    }
}
