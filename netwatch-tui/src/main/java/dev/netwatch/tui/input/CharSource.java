package dev.netwatch.tui.input;

/** Where typed characters come from. */
@FunctionalInterface
public interface CharSource {
    /** Nothing was typed in time. */
    int EXPIRED = -2;
    /** Nothing will ever be typed again. */
    int END = -1;

    /** The next UTF-16 unit, {@link #EXPIRED} or {@link #END}; waits at most so many milliseconds. */
    int read(long millis);
}
