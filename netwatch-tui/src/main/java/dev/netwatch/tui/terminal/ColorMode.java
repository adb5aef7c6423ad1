package dev.netwatch.tui.terminal;

/** Whether to use colours. */
public enum ColorMode {
    /** Where the terminal has them and {@code NO_COLOR} is not set. */
    AUTO,
    ALWAYS,
    NEVER
}
