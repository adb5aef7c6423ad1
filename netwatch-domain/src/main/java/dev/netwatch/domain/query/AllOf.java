package dev.netwatch.domain.query;

import java.util.List;
import java.util.stream.Collectors;

/** @param parts at least two */
record AllOf(List<FilterExpression> parts) implements FilterExpression {
    AllOf {
        parts = List.copyOf(parts);
    }

    @Override
    public boolean accepts(Filterable thing) {
        for (FilterExpression part : parts) {
            if (!part.accepts(thing)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return parts.stream().map(AllOf::part).collect(Collectors.joining(" "));
    }

    private static String part(FilterExpression part) {
        return part instanceof AllOf || part instanceof AnyOf ? "(" + part + ")" : part.toString();
    }
}
