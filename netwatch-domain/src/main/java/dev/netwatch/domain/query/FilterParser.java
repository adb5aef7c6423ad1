package dev.netwatch.domain.query;

import dev.netwatch.domain.query.FilterToken.Kind;
import java.util.ArrayList;
import java.util.List;

/*
 * filter := [any]            any := all { "or" all }
 * all := not { not }         not := { "!" } ( "(" any ")" | term )
 *
 * By recursive descent; how deep is bounded, so that no text exhausts the stack.
 */
final class FilterParser {
    static final int LONGEST = 1000;
    static final int DEEPEST = 50;

    private final String text;
    private final FilterTerms terms;
    private List<FilterToken> tokens = List.of();
    private int at;
    private int depth;

    /** @param kept whether only what a history keeps can be asked for */
    FilterParser(String text, boolean kept) {
        this.text = text;
        this.terms = new FilterTerms(text, kept);
    }

    FilterExpression parse() {
        if (text.length() > LONGEST) {
            throw wrong(
                    LONGEST, text.length() - LONGEST, "a filter has at most " + LONGEST + " characters; shorten it");
        }
        tokens = FilterLexer.tokens(text);
        if (tokens.isEmpty()) {
            return new Everything();
        }
        FilterExpression whole = any();
        if (at < tokens.size()) { // nothing else ends an expression early
            throw wrong(tokens.get(at), "this parenthesis was never opened; add ( before it or take it out");
        }
        return whole;
    }

    private FilterExpression any() {
        List<FilterExpression> parts = new ArrayList<>(List.of(all()));
        while (isAt(Kind.OR)) {
            at++;
            parts.add(all());
        }
        return parts.size() == 1 ? parts.get(0) : new AnyOf(parts);
    }

    private FilterExpression all() {
        if (at == tokens.size() || isAt(Kind.OR) || isAt(Kind.CLOSE)) {
            throw missing();
        }
        List<FilterExpression> parts = new ArrayList<>();
        while (at < tokens.size() && !isAt(Kind.OR) && !isAt(Kind.CLOSE)) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.get(0) : new AllOf(parts);
    }

    /** Where a term should be there is none. */
    private FilterSyntaxException missing() {
        boolean afterOr = at > 0 && tokens.get(at - 1).kind() == Kind.OR;
        if (afterOr || isAt(Kind.OR)) {
            return wrong(
                    tokens.get(afterOr ? at - 1 : at),
                    "or stands between two terms; add the missing one, or write \"or\" to look for the word");
        }
        if (at > 0 && tokens.get(at - 1).kind() == Kind.OPEN) {
            return at == tokens.size() ? unclosed(at - 1) : empty();
        }
        return wrong(tokens.get(at), "this parenthesis was never opened; add ( before it or take it out");
    }

    private FilterSyntaxException empty() {
        int from = tokens.get(at - 1).column();
        return wrong(
                from,
                tokens.get(at).end() - from,
                "there is nothing between the parentheses; put text with parentheses in quotation marks");
    }

    private FilterExpression not() {
        int before = depth;
        int negations = 0;
        while (isAt(Kind.NOT)) {
            deeper();
            negations++;
        }
        FilterExpression result = operand();
        depth = before;
        for (; negations > 0; negations--) {
            result = new Not(result);
        }
        return result;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw wrong(
                    tokens.get(at), "parentheses and ! go at most " + DEEPEST + " deep; write the filter more simply");
        }
        at++;
    }

    private FilterExpression operand() {
        boolean none = at == tokens.size() || isAt(Kind.OR) || isAt(Kind.CLOSE);
        if (none) { // a ! stands before, else all() would have seen it
            throw wrong(
                    tokens.get(at - 1), "there is nothing behind the !; write what is not wanted, as !process:curl");
        }
        if (!isAt(Kind.OPEN)) {
            return terms.term(tokens.get(at++));
        }
        int opening = at;
        deeper();
        FilterExpression inside = any();
        if (!isAt(Kind.CLOSE)) {
            throw unclosed(opening);
        }
        at++;
        depth--;
        return inside;
    }

    private FilterSyntaxException unclosed(int opening) {
        return wrong(tokens.get(opening), "this parenthesis is not closed; add )");
    }

    private boolean isAt(Kind kind) {
        return at < tokens.size() && tokens.get(at).kind() == kind;
    }

    private FilterSyntaxException wrong(FilterToken token, String sentence) {
        return wrong(token.column(), token.length(), sentence);
    }

    private FilterSyntaxException wrong(int column, int length, String sentence) {
        return new FilterSyntaxException(text, column, length, sentence);
    }
}
