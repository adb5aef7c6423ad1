package dev.netwatch.domain.query;

import java.util.function.Predicate;

/* Text in a field: the beginning of a choice, a part of anything else. */
record FieldText(FilterField field, String text) implements FilterExpression {
    @Override
    public boolean accepts(Filterable thing) {
        Predicate<String> found = field.kind() == FilterField.Kind.CHOICE
                ? value -> FilterText.startsWith(value, text)
                : value -> FilterText.contains(value, text);
        return thing.anyText(field, found);
    }

    @Override
    public String toString() {
        return field.word() + ":" + FilterText.written(text);
    }
}
