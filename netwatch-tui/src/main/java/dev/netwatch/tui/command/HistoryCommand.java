package dev.netwatch.tui.command;

import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.history.Sighting;
import dev.netwatch.domain.port.HistoryRepository;
import dev.netwatch.domain.query.FilterExpression;
import dev.netwatch.tui.config.UsageException;
import dev.netwatch.tui.output.Output;
import dev.netwatch.tui.output.SightingJson;
import dev.netwatch.tui.output.SightingText;
import dev.netwatch.tui.runtime.Backend;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/* What earlier runs saw. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description =
                "Lists the peers seen so far, latest first. new are those that one run saw. The history keeps process,"
                        + " host, remote, port, proto, org and bytes.")
final class HistoryCommand implements Callable<Integer> {
    private final NetwatchCommand netwatch;

    @Mixin
    private final HistoryFilterArgument filter = new HistoryFilterArgument();

    @Option(names = "--process", paramLabel = "TEXT", description = "Only where the program's path or name has this.")
    @Nullable
    private String process;

    @Option(
            names = "--remote",
            paramLabel = "TEXT",
            description = "Only where the address, the host name or the organisation has this.")
    @Nullable
    private String remote;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Converters.Length.class,
            description = "Only peers seen in so long, as 24h or 7d.")
    @Nullable
    private Duration since;

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            converter = Converters.Limit.class,
            description = "At most so many.")
    @Nullable
    private Integer limit;

    @Option(names = "--json", description = "One JSON object a line, schema netwatch.sighting.v1.")
    private boolean json;

    HistoryCommand(NetwatchCommand netwatch) {
        this.netwatch = netwatch;
    }

    @Override
    public Integer call() {
        Invocation invocation = netwatch.invocation();
        FilterExpression wanted = filter.expression();
        Backend.Memory memory = memory(invocation);
        try {
            List<Sighting> found = found(memory.history(), wanted, query(invocation));
            invocation.tell(memory.notices().get());
            print(invocation, found);
        } finally {
            memory.close().run();
        }
        return ExitCode.DONE;
    }

    private static List<Sighting> found(HistoryRepository history, FilterExpression wanted, HistoryQuery query) {
        return history.find(wanted.narrowed(query)).stream()
                .filter(wanted::accepts)
                .limit(query.limit())
                .toList();
    }

    /** @throws UsageException if there is none, because a recording is replayed */
    static Backend.Memory memory(Invocation invocation) {
        return invocation
                .backend()
                .memory()
                .orElseThrow(() -> new UsageException("a replay has no history; leave --source out"));
    }

    private HistoryQuery query(Invocation invocation) {
        return new HistoryQuery(
                Optional.ofNullable(process),
                Optional.ofNullable(remote),
                Optional.ofNullable(since)
                        .map(length -> invocation.surroundings().clock().now().minus(length)),
                Optional.ofNullable(limit).orElse(Integer.MAX_VALUE));
    }

    private void print(Invocation invocation, List<Sighting> found) {
        Output output = invocation.output(json);
        if (json) {
            found.forEach(sighting -> output.line(SightingJson.line(sighting)));
        } else {
            new SightingText(invocation.surroundings().zone().get())
                    .table(found, invocation.width())
                    .forEach(output::line);
        }
        output.flush();
    }
}
