package dev.netwatch.tui.state;

/** What the keys are for. */
public enum Mode {
    TABLE,
    HELP,
    /** The user has quit. */
    CLOSED
}
