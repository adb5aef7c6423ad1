package dev.netwatch.adapters.resolve;

import java.time.Duration;

/** Checks settings. */
final class Positive {
    private Positive() {}

    static void require(String what, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("the " + what + " must be longer than nothing, not " + time);
        }
    }
}
