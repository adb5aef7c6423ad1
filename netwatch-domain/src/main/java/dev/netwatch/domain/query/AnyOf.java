package dev.netwatch.domain.query;

import java.util.List;
import java.util.stream.Collectors;

/** @param parts at least two */
record AnyOf(List<FilterExpression> parts) implements FilterExpression {
    AnyOf {
        parts = List.copyOf(parts);
    }

    @Override
    public boolean accepts(Filterable thing) {
        for (FilterExpression part : parts) {
            if (part.accepts(thing)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return parts.stream()
                .map(part -> part instanceof AnyOf ? "(" + part + ")" : part.toString())
                .collect(Collectors.joining(" or "));
    }
}
