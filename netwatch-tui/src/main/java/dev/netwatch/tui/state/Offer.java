package dev.netwatch.tui.state;

import dev.netwatch.domain.query.FilterCompletion;
import dev.netwatch.tui.edit.LineEditor;
import java.util.List;

/**
 * How the word at the cursor can go on.
 *
 * @param from where in the text it begins
 * @param words at least one
 * @param chosen which of them stands in the text; -1 while none does
 */
public record Offer(int from, List<String> words, int chosen) {
    public Offer {
        words = List.copyOf(words);
    }

    static Offer of(FilterCompletion completion) {
        return new Offer(completion.from(), completion.words(), -1);
    }

    /** The next or the previous of them, round and round. */
    Offer step(int by) {
        int first = by > 0 ? 0 : words.size() - 1;
        return new Offer(from, words, chosen < 0 ? first : Math.floorMod(chosen + by, words.size()));
    }

    LineEditor putInto(LineEditor line) {
        return line.replace(from, words.get(chosen));
    }

    /** What all of them begin with, in whatever case; empty where that is not more than what stands there. */
    String common(LineEditor line) {
        String first = words.get(0);
        int length = first.length();
        for (String word : words) {
            while (!word.regionMatches(true, 0, first, 0, length)) {
                length--;
            }
        }
        boolean split = length > 0 && length < first.length() && Character.isHighSurrogate(first.charAt(length - 1));
        String common = first.substring(0, split ? length - 1 : length);
        String typed = line.text().substring(from, line.cursor());
        return common.length() > typed.length() && common.regionMatches(true, 0, typed, 0, typed.length())
                ? common
                : "";
    }
}
