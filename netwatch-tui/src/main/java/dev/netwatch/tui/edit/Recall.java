package dev.netwatch.tui.edit;

import java.util.List;

/**
 * Lines entered before, and which of them is shown.
 *
 * @param past the latest first
 * @param index of the one shown; -1 while it is the draft
 * @param draft what was being typed before the first look back
 */
public record Recall(List<String> past, int index, String draft) {
    public Recall {
        past = List.copyOf(past);
    }

    public static Recall of(List<String> past) {
        return new Recall(past, -1, "");
    }

    /** The next older line that differs from the one shown; the same at the end. */
    public Recall older(String shown) {
        String kept = index < 0 ? shown : draft;
        for (int i = index + 1; i < past.size(); i++) {
            if (!past.get(i).equals(shown)) {
                return new Recall(past, i, kept);
            }
        }
        return this;
    }

    /** The next newer line, last the draft. */
    public Recall newer() {
        return index < 0 ? this : new Recall(past, index - 1, draft);
    }

    public String line() {
        return index < 0 ? draft : past.get(index);
    }

    /** The same with the line shown being the draft: it has been changed. */
    public Recall edited() {
        return of(past);
    }
}
