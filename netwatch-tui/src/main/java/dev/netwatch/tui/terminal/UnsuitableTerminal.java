package dev.netwatch.tui.terminal;

/** There is no terminal to draw on, in a sentence for the user. */
final class UnsuitableTerminal extends Exception {
    private static final String REMEDY = "; `netwatch list` prints the connections as text";

    UnsuitableTerminal(String what) {
        super(what + REMEDY);
    }

    UnsuitableTerminal(String what, Throwable cause) {
        super(what + REMEDY, cause);
    }
}
