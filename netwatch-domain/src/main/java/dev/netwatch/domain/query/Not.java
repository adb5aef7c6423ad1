package dev.netwatch.domain.query;

record Not(FilterExpression negated) implements FilterExpression {
    @Override
    public boolean accepts(Filterable thing) {
        return !negated.accepts(thing);
    }

    @Override
    public String toString() {
        boolean grouped = negated instanceof AllOf || negated instanceof AnyOf;
        return grouped ? "!(" + negated + ")" : "!" + negated;
    }
}
