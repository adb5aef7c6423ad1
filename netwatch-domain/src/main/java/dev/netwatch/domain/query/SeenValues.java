package dev.netwatch.domain.query;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/* What a field holds in things that are there, to be offered to who is typing a filter. */
final class SeenValues {
    /** More nobody reads. */
    private static final int MOST_OFFERED = 40;

    private final Map<String, Integer> counts = new HashMap<>();

    static SeenValues of(FilterField field, Iterable<? extends Filterable> things) {
        SeenValues values = new SeenValues();
        for (Filterable thing : things) {
            thing.anyText(field, values::count);
            if (field.kind() == FilterField.Kind.NUMBER) {
                thing.anyNumber(field, number -> values.count(String.valueOf(number)));
            }
        }
        return values;
    }

    /** Answers that it is not what was looked for, so that the next one is told too. Paths of programs are too long. */
    private boolean count(String value) {
        if (!value.isBlank() && !value.startsWith("/")) {
            counts.merge(value, 1, Integer::sum);
        }
        return false;
    }

    /** As a filter writes them: those that begin so before those that hold it, the most frequent first. */
    List<String> holding(String typed) {
        Comparator<String> beginningFirst =
                Comparator.comparing(value -> !value.toLowerCase(Locale.ROOT).startsWith(typed));
        return counts.keySet().stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).contains(typed) && !value.equalsIgnoreCase(typed))
                .sorted(beginningFirst
                        .thenComparing(counts::get, Comparator.reverseOrder())
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_OFFERED)
                .map(FilterText::written)
                .toList();
    }
}
