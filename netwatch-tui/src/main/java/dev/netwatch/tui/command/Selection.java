package dev.netwatch.tui.command;

import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.query.Filter;
import dev.netwatch.domain.query.FilterExpression;
import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.Query;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.tui.config.NetwatchConfig;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/* Which connections a plain command tells of, and how much of each. */
final class Selection {
    @Mixin
    private final FilterArgument filter = new FilterArgument();

    @Option(names = "--json", description = "One JSON object a line, schema netwatch.connection.v1.")
    boolean json;

    @Option(names = "--all", description = "Hide nothing: loopback, listening and excluded ones too.")
    boolean all;

    @Option(names = "--loopback", description = "Also what stays on this machine.")
    boolean loopback;

    @Option(names = "--listening", description = "Also sockets that wait for peers.")
    boolean listening;

    @Option(names = "--arguments", description = "Also the command lines of the processes; they may hold secrets.")
    boolean arguments;

    /** What the words of the command line ask for. */
    FilterExpression filter() {
        return filter.expression();
    }

    /** Whether to tell of a connection. What the filter names is not hidden by default. */
    Predicate<Connection> wanted(NetwatchConfig config, Filter scope, Set<Exclusion> exclusions) {
        Query query = new Query(
                scope,
                all ? Set.of() : exclusions,
                all || loopback || config.loopback() || filter().asksForLoopback(),
                all || listening || config.listening() || filter().asksForListening(),
                all || filter().asksForRemnants(),
                Order.DEFAULT);
        return connection -> query.isWanted(connection) && !query.isExcluded(connection);
    }
}
