package dev.netwatch.tui.terminal;

import dev.netwatch.tui.state.Effect;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/* What other threads found out, for the one that draws: it is woken, and does it. */
final class Answers {
    private final Queue<Effect> waiting = new ConcurrentLinkedQueue<>();
    private final Runnable wake;

    Answers(Runnable wake) {
        this.wake = wake;
    }

    void add(Effect answer) {
        waiting.add(answer);
        wake.run();
    }

    Optional<Effect> next() {
        return Optional.ofNullable(waiting.poll());
    }
}
