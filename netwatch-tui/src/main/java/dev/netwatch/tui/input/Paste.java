package dev.netwatch.tui.input;

import java.util.Optional;

/**
 * Pasted text, which a terminal in bracketed paste mode sends between two sequences.
 *
 * @see <a href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">XTerm Control Sequences, Bracketed Paste Mode</a>
 */
public final class Paste {
    static final String BEGINS = "\033[200~";
    static final String ENDS = "\033[201~";
    /** What is longer is cut off: nobody pastes a book into a filter. */
    static final int LONGEST = 16_384;

    private Paste() {}

    /** The text of a key that is a paste, as it was pasted: foreign text, of many lines perhaps. */
    public static Optional<String> text(String key) {
        if (!key.startsWith(BEGINS)) {
            return Optional.empty();
        }
        int end = key.endsWith(ENDS) ? key.length() - ENDS.length() : key.length();
        return Optional.of(key.substring(BEGINS.length(), Math.max(BEGINS.length(), end)));
    }
}
