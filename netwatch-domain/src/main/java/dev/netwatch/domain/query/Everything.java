package dev.netwatch.domain.query;

/* The blank filter. */
record Everything() implements FilterExpression {
    @Override
    public boolean accepts(Filterable thing) {
        return true;
    }

    @Override
    public String toString() {
        return "";
    }
}
