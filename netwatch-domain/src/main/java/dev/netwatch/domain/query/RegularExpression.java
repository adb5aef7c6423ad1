package dev.netwatch.domain.query;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/*
 * A regular expression of java.util.regex, found anywhere, case ignored. That engine goes back and tries again: some
 * patterns take longer than the universe lasts. Bounds keep a screen alive, whatever its user types: the text is cut (long
 * ones would also exhaust the stack), every character read is counted (BudgetedText), and patterns that could try too
 * many ways without reading any, or that are slow on usual texts, are refused when they are written (RegexBounds). Where
 * the budget ends, the text counts as not matching.
 */
/** @param source without the slashes around it */
record RegularExpression(String source, Pattern pattern) implements FilterExpression {
    /** Longer than any host name; of longer texts the beginning is looked at. */
    static final int LONGEST_TEXT = 512;

    /** @throws java.util.regex.PatternSyntaxException if it is none */
    static RegularExpression of(String source) {
        return new RegularExpression(source, Pattern.compile(source, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    @Override
    public boolean accepts(Filterable thing) {
        Predicate<String> found = this::isFoundIn;
        return thing.anyText(FilterField.PROCESS, found)
                || thing.anyText(FilterField.REMOTE, found)
                || thing.anyText(FilterField.ORG, found);
    }

    boolean isFoundIn(String text) {
        CharSequence head = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return BudgetedText.find(pattern, head);
    }

    /** Patterns are never equal; what they were made of is. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RegularExpression expression && source.equals(expression.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return "/" + source + "/";
    }
}
