package dev.netwatch.domain.query;

import java.util.function.Predicate;

/* Text without a field. */
record FreeText(String text) implements FilterExpression {
    @Override
    public boolean accepts(Filterable thing) {
        Predicate<String> found = value -> FilterText.contains(value, text);
        return thing.anyText(FilterField.PROCESS, found)
                || thing.anyText(FilterField.REMOTE, found)
                || thing.anyText(FilterField.ORG, found)
                // only so: a number alone would find the ports of everybody
                || text.indexOf(':') >= 0 && thing.anyEndpoint(found);
    }

    @Override
    public String toString() {
        return FilterText.written(text);
    }
}
