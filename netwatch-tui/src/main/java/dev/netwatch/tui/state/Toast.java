package dev.netwatch.tui.state;

/**
 * A sentence that answers a key and goes away by itself.
 *
 * @param text may hold foreign text
 * @param untilNanos monotonic time at which it goes
 */
public record Toast(String text, long untilNanos) {
    boolean isOver(long nanos) {
        return nanos - untilNanos >= 0;
    }
}
