package dev.netwatch.domain.query;

/** @param last not below {@code first} */
record FieldNumber(FilterField field, long first, long last) implements FilterExpression {
    @Override
    public boolean accepts(Filterable thing) {
        return thing.anyNumber(field, number -> number >= first && number <= last);
    }

    @Override
    public String toString() {
        return field.word() + ":" + (first == last ? String.valueOf(first) : first + "-" + last);
    }
}
