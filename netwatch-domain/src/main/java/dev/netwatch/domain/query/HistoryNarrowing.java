package dev.netwatch.domain.query;

import dev.netwatch.domain.history.HistoryQuery;
import java.util.List;
import java.util.Optional;

/*
 * What of a filter a repository can answer itself: never less than the filter wants. Only terms that all have to hold;
 * only ASCII, for a repository may know the lower case of nothing else.
 */
final class HistoryNarrowing {
    private HistoryNarrowing() {}

    static HistoryQuery of(FilterExpression filter, HistoryQuery query) {
        List<FilterExpression> parts = filter instanceof AllOf all ? all.parts() : List.of(filter);
        Optional<String> process = query.process().or(() -> text(parts, FilterField.PROCESS));
        // a question's remote part is looked for in name, address and organisation
        Optional<String> remote = query.remote()
                .or(() -> text(parts, FilterField.HOST))
                .or(() -> text(parts, FilterField.ORG))
                .or(() -> text(parts, FilterField.REMOTE));
        int limit = filter instanceof Everything ? query.limit() : Integer.MAX_VALUE;
        return new HistoryQuery(process, remote, query.since(), limit);
    }

    private static Optional<String> text(List<FilterExpression> parts, FilterField field) {
        for (FilterExpression part : parts) {
            boolean simple = part instanceof FieldText wanted
                    && wanted.field() == field
                    && wanted.text().chars().allMatch(unit -> unit >= ' ' && unit < 0x7f && unit != ':');
            if (simple) {
                return Optional.of(((FieldText) part).text());
            }
        }
        return Optional.empty();
    }
}
