package dev.netwatch.domain.query;

import java.util.regex.PatternSyntaxException;

/* Regular expressions in a filter. */
final class FilterRegexes {
    private FilterRegexes() {}

    static FilterExpression read(String filter, FilterToken token) {
        String source = token.value();
        if (source.length() > RegexBounds.LONGEST || !RegexBounds.allow(source)) {
            throw tooSlow(filter, token);
        }
        RegularExpression expression = compiled(filter, token);
        if (!RegexBounds.isQuick(expression.pattern())) {
            throw tooSlow(filter, token);
        }
        return expression;
    }

    private static RegularExpression compiled(String filter, FilterToken token) {
        try {
            return RegularExpression.of(token.value());
        } catch (PatternSyntaxException e) {
            // its index may be -1, or behind the end
            int index = Math.max(0, Math.min(e.getIndex(), token.value().length() - 1));
            throw new FilterSyntaxException(
                    filter,
                    token.column() + 1 + index,
                    1,
                    "the regular expression is wrong here (" + e.getDescription()
                            + "); put a \\ before a sign that stands for itself");
        }
    }

    private static FilterSyntaxException tooSlow(String filter, FilterToken token) {
        return new FilterSyntaxException(
                filter,
                token.column(),
                token.length(),
                "this regular expression could take too long; use fewer groups, alternatives and repetitions, and at"
                        + " most " + RegexBounds.LONGEST + " characters");
    }
}
