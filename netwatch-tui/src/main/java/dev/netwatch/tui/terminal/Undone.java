package dev.netwatch.tui.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/* What can be taken back, the latest first. */
final class Undone {
    private static final int MOST_KEPT = 100;

    /** @param sentence to be told once it is taken back */
    record Step(String sentence, Runnable back) {}

    private final Deque<Step> steps = new ArrayDeque<>();

    void add(String sentence, Runnable back) {
        steps.push(new Step(sentence, back));
        if (steps.size() > MOST_KEPT) {
            steps.removeLast();
        }
    }

    Optional<Step> take() {
        return Optional.ofNullable(steps.poll());
    }
}
