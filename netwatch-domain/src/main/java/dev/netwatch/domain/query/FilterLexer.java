package dev.netwatch.domain.query;

import dev.netwatch.domain.query.FilterToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/* Cuts a filter into pieces. Every text either has pieces or is a mistake with a place. */
final class FilterLexer {
    private final String text;
    private final List<FilterToken> tokens = new ArrayList<>();
    private int at;

    private FilterLexer(String text) {
        this.text = text;
    }

    static List<FilterToken> tokens(String text) {
        return new FilterLexer(text).read();
    }

    static boolean isBlank(char unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
    }

    private List<FilterToken> read() {
        while (at < text.length()) {
            char unit = text.charAt(at);
            switch (unit) {
                case '(' -> sign(Kind.OPEN);
                case ')' -> sign(Kind.CLOSE);
                case '!' -> sign(Kind.NOT);
                case '"' -> quoted(at, "");
                case '/' -> regex();
                default -> {
                    if (isBlank(unit)) {
                        at++;
                    } else {
                        word();
                    }
                }
            }
        }
        return List.copyOf(tokens);
    }

    private void sign(Kind kind) {
        tokens.add(new FilterToken(kind, at, ++at, "", ""));
    }

    /** @param from where the piece begins, which is before its field */
    private void quoted(int from, String field) {
        int opening = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escaped =
                    text.startsWith("\\\"", at) || text.startsWith("\\\\", at); // of paths, other backslashes stay
            at += escaped ? 1 : 0;
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw wrong(opening, 1, "the quotation mark is not closed; add \" at the end");
        }
        at++;
        if (value.length() == 0) {
            throw wrong(opening, 2, "there is nothing between the quotation marks; write what to look for");
        }
        end(new FilterToken(Kind.QUOTED, from, at, field, value.toString()));
    }

    private void regex() {
        int opening = at++;
        while (at < text.length() && text.charAt(at) != '/') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw wrong(
                    opening,
                    1,
                    "the regular expression has no / at its end; a path goes in quotation marks, as \"/usr/bin\"");
        }
        at++;
        if (at - opening == 2) {
            throw wrong(opening, 2, "there is nothing between the slashes; write a regular expression, as /^ssh/");
        }
        end(new FilterToken(Kind.REGEX, opening, at, "", text.substring(opening + 1, at - 1)));
    }

    /** Behind a closing mark something else has to begin. */
    private void end(FilterToken token) {
        tokens.add(token);
        boolean apart = at == text.length() || isBlank(text.charAt(at)) || "()".indexOf(text.charAt(at)) >= 0;
        if (!apart) {
            String meant = token.kind() == Kind.REGEX
                    ? "a blank is missing behind the regular expression; write a / within it as \\/, and put a path in"
                            + " quotation marks"
                    : "a blank is missing behind the quotation mark; write a \" within it as \\\"";
            throw wrong(at, 1, meant);
        }
    }

    private void word() {
        int from = at;
        while (at < text.length() && isOfWord(text.charAt(at))) {
            at++;
        }
        String word = text.substring(from, at);
        Optional<String> field = field(word);
        boolean quote = at < text.length() && text.charAt(at) == '"';
        if (quote && field.isPresent() && word.length() == field.get().length() + 1) {
            quoted(from, field.get());
        } else if (quote) {
            throw wrong(at, 1, "a quotation mark stands before the text, not within it; write \\\" inside of others");
        } else if (word.equalsIgnoreCase(Keyword.OR)) {
            tokens.add(new FilterToken(Kind.OR, from, at, "", word));
        } else {
            String value = field.map(name -> word.substring(name.length() + 1)).orElse(word);
            tokens.add(new FilterToken(Kind.WORD, from, at, field.orElse(""), value));
        }
    }

    private static boolean isOfWord(char unit) {
        return !isBlank(unit) && unit != '(' && unit != ')' && unit != '"';
    }

    /** Letters before a colon, unless the whole is an address, as {@code dead:beef::1}. */
    private static Optional<String> field(String word) {
        int colon = word.indexOf(':');
        if (colon <= 0 || !word.chars().limit(colon).allMatch(FilterLexer::isLetter)) {
            return Optional.empty();
        }
        int slash = word.indexOf('/');
        String address = slash < 0 ? word : word.substring(0, slash);
        return FilterText.isAddress(address) ? Optional.empty() : Optional.of(word.substring(0, colon));
    }

    private static boolean isLetter(int unit) {
        return unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z';
    }

    private FilterSyntaxException wrong(int column, int length, String sentence) {
        return new FilterSyntaxException(text, column, length, sentence);
    }
}
