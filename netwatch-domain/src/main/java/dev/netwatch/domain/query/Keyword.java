package dev.netwatch.domain.query;

import dev.netwatch.domain.history.Familiarity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/* Words that stand for themselves. */
enum Keyword implements FilterExpression {
    NEW,
    SEEN,
    LISTENING,
    CLOSED;

    /** Joins what stands on both sides of it. */
    static final String OR = "or";

    @Override
    public boolean accepts(Filterable thing) {
        return switch (this) {
            case NEW -> thing.familiarity().equals(Optional.of(Familiarity.NEW));
            case SEEN -> thing.familiarity().equals(Optional.of(Familiarity.SEEN));
            case LISTENING -> thing.isListening();
            case CLOSED -> thing.isClosed();
        };
    }

    /** Whether a history can answer it. */
    boolean isKept() {
        return this == NEW || this == SEEN;
    }

    static Optional<Keyword> of(String word) {
        return Arrays.stream(values())
                .filter(keyword -> keyword.toString().equalsIgnoreCase(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Keyword::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
