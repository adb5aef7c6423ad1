package dev.netwatch.tui.command;

import dev.netwatch.domain.query.FilterExpression;
import dev.netwatch.tui.shell.FilterWords;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/* The filter of a plain command: its words, joined by blanks. */
final class FilterArgument {
    @Parameters(
            paramLabel = "FILTER",
            arity = "0..*",
            completionCandidates = FilterWords.OfConnections.class,
            description = "Only what this finds, as 'process:curl port:443', '>1MB or new', '!10.0.0.0/8'; in single"
                    + " quotation marks, for the shell. The fields are process, pid, user, host, remote, port, proto,"
                    + " state, org, container, unit, netns and interface.")
    private List<String> words = new ArrayList<>();

    /** @throws dev.netwatch.domain.query.FilterSyntaxException if it is none */
    FilterExpression expression() {
        return FilterExpression.parse(String.join(" ", words));
    }
}
