package dev.netwatch.tui.command;

import dev.netwatch.domain.query.FilterExpression;
import dev.netwatch.tui.shell.FilterWords;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/* The filter of the history: its words, joined by blanks. */
final class HistoryFilterArgument {
    @Parameters(
            paramLabel = "FILTER",
            arity = "0..*",
            completionCandidates = FilterWords.OfHistory.class,
            description = "Only what this finds, as 'process:curl port:443', '>1MB or new', '!10.0.0.0/8'; in single"
                    + " quotation marks, for the shell. The fields are process, host, remote, port, proto and org.")
    private List<String> words = new ArrayList<>();

    /** @throws dev.netwatch.domain.query.FilterSyntaxException if it is none, or asks for what no history keeps */
    FilterExpression expression() {
        return FilterExpression.parseForHistory(String.join(" ", words));
    }
}
