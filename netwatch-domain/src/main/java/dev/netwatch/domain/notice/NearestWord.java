package dev.netwatch.domain.notice;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses which word was meant. */
public final class NearestWord {
    private NearestWord() {}

    /** The one word it begins, else the word that takes the fewest changes to reach; empty where none comes near. */
    public static Optional<String> to(String typed, Collection<String> words) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<String> begun = words.stream()
                .filter(word -> !wanted.isEmpty() && word.startsWith(wanted))
                .toList();
        if (begun.size() == 1) {
            return Optional.of(begun.get(0));
        }
        return words.stream()
                .filter(word -> distance(wanted, word) <= Math.max(1, Math.min(word.length(), typed.length()) / 2))
                .min(Comparator.comparingInt((String word) -> distance(wanted, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code "; did you mean x?"}, or nothing. */
    public static String hint(String typed, Collection<String> words) {
        return to(typed, words).map(word -> "; did you mean " + word + "?").orElse("");
    }

    /** Letters to add, drop, replace or swap with their neighbour (optimal string alignment). */
    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int replace = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int cheapest = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(cheapest, cost[i - 2][j - 2] + 1) : cheapest;
    }
}
