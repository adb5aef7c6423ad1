package dev.netwatch.tui.shell;

import dev.netwatch.domain.query.FilterField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** What a filter may begin with, as completion candidates of picocli. */
public abstract sealed class FilterWords implements Iterable<String> {
    /** Words that stand alone. */
    static final List<String> KEYWORDS = List.of("new", "seen", "listening", "closed");

    private final List<String> words = new ArrayList<>();

    private FilterWords(Predicate<FilterField> fields, List<String> keywords) {
        Arrays.stream(FilterField.values()).filter(fields).forEach(field -> words.addAll(of(field)));
        words.addAll(keywords);
    }

    private static List<String> of(FilterField field) {
        if (field == FilterField.INTERFACE) {
            return List.of(field.word() + ":" + Values.INTERFACE);
        }
        return field.choices().isEmpty()
                ? List.of(field.word() + ":")
                : field.choices().stream()
                        .map(choice -> field.word() + ":" + choice)
                        .toList();
    }

    @Override
    public Iterator<String> iterator() {
        return List.copyOf(words).iterator();
    }

    /** Of connections. */
    public static final class OfConnections extends FilterWords {
        public OfConnections() {
            super(field -> true, KEYWORDS);
        }
    }

    /** Of what the history keeps. */
    public static final class OfHistory extends FilterWords {
        public OfHistory() {
            super(FilterField::isKept, List.of("new", "seen"));
        }
    }
}
