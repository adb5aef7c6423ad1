package dev.netwatch.tui.command;

/** What the program ends with. */
final class ExitCode {
    /** Done; a closed pipe is done too. */
    static final int DONE = 0;
    /** A source, a disk or something else failed. */
    static final int FAILED = 1;
    /** The command line or the configuration file is wrong. */
    static final int USAGE = 2;

    private ExitCode() {}
}
