package dev.netwatch.adapters.collect.macos;

import java.util.OptionalLong;

/** Whole numbers in other programs' output. */
final class Numbers {
    private static final int MOST_DIGITS = 18;

    private Numbers() {}

    /** Digits and nothing else; empty if it is anything else, or too large to be true. */
    static OptionalLong parse(String text) {
        boolean digits = !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return digits ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
