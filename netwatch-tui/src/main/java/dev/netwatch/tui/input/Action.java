package dev.netwatch.tui.input;

/** What a key asks for. */
public enum Action {
    SORT,
    REVERSE,
    FILTER,
    RATE,
    PAUSE,
    LOOPBACK,
    EXCLUDE,
    CLEAR_EXCLUSIONS,
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    FIRST,
    LAST,
    HELP,
    /** Closes the innermost thing; with nothing open, the program. */
    BACK,
    QUIT,
    /** Closes the program whatever is open. */
    INTERRUPT,
    REPAINT,
    /** A character that means nothing here, but closes what any key closes. */
    OTHER
}
