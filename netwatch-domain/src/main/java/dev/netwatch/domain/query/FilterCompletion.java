package dev.netwatch.domain.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How a filter that is being typed can go on.
 *
 * @param from where the text begins that a word replaces; it ends at the cursor
 * @param words in the order to offer them: fields with their colon, keywords, or what a field can be
 */
public record FilterCompletion(int from, List<String> words) {
    public FilterCompletion {
        words = List.copyOf(words);
    }

    /**
     * @param text any text, right or wrong
     * @param cursor 0 to its length
     */
    public static FilterCompletion suggest(String text, int cursor) {
        return suggest(text, cursor, List.of());
    }

    /**
     * As {@link #suggest(String, int)}; behind a field, what it holds in these things is offered too, the most frequent
     * first. Takes time in proportion to them.
     */
    public static FilterCompletion suggest(String text, int cursor, Iterable<? extends Filterable> seen) {
        int from = wordStart(text, cursor);
        if (from < 0) {
            return new FilterCompletion(cursor, List.of());
        }
        String typed = text.substring(from, cursor).toLowerCase(Locale.ROOT);
        int colon = typed.indexOf(':');
        if (colon < 0) {
            return new FilterCompletion(from, matching(vocabulary(), typed));
        }
        List<String> words = FilterField.of(typed.substring(0, colon))
                .map(field -> values(field, typed.substring(colon + 1), seen))
                .orElse(List.of());
        return new FilterCompletion(from + colon + 1, words);
    }

    private static List<String> values(FilterField field, String beginning, Iterable<? extends Filterable> seen) {
        return field.kind() == FilterField.Kind.CHOICE
                ? matching(field.choices(), beginning)
                : SeenValues.of(field, seen).holding(beginning);
    }

    private static List<String> vocabulary() {
        List<String> words = new ArrayList<>(
                FilterField.words().stream().map(word -> word + ":").toList());
        words.addAll(Keyword.words());
        words.addAll(List.of("rate>", "rate<", Keyword.OR));
        return words;
    }

    private static List<String> matching(List<String> words, String beginning) {
        Stream<String> matching = words.stream().filter(word -> word.startsWith(beginning) && !word.equals(beginning));
        return matching.toList();
    }

    /** Where the word before the cursor begins, or -1 within quotation marks or slashes. */
    private static int wordStart(String text, int cursor) {
        int from = 0;
        char open = 0;
        for (int i = 0; i < cursor; i++) {
            char unit = text.charAt(i);
            if (open != 0) {
                if (unit == '\\') {
                    i++;
                } else if (unit == open) {
                    open = 0;
                }
            } else if (unit == '"' || unit == '/' && i == from) {
                open = unit;
            } else if (FilterLexer.isBlank(unit) || unit == '(' || unit == ')' || unit == '!' && i == from) {
                from = i + 1;
            }
        }
        return open == 0 ? from : -1;
    }
}
