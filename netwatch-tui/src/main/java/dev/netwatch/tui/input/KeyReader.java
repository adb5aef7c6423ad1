package dev.netwatch.tui.input;

/*
 * Takes one whole key off the line, known or not. A map of known sequences alone would see an unknown one as Esc and
 * some letters: a focus report would close the program, a mouse report press keys. So sequences are cut out by their
 * grammar first (ECMA-48, and what xterm and the Linux console add), and only then looked up.
 */
/**
 * Reads keys from characters.
 *
 * @see <a href="https://ecma-international.org/publications-and-standards/standards/ecma-48/">ECMA-48, sections 5.3, 5.4
 *     and 5.6</a>
 * @see <a href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">XTerm Control Sequences</a>
 */
public final class KeyReader {
    /** How long Esc waits for the rest of a sequence. */
    static final long ESCAPE_MILLIS = 20;
    /** How long a sequence that has begun may stall. */
    static final long STALL_MILLIS = 100;

    private static final char ESC = '\033';
    private static final char BEL = '\007';
    private static final char CSI = '\u009b';
    private static final int LONGEST = 64;

    private final CharSource source;

    public KeyReader(CharSource source) {
        this.source = source;
    }

    /**
     * The key that begins with this character; reads what belongs to it. What was pasted is one key, see
     * {@link Paste}.
     *
     * @param first a UTF-16 unit
     */
    public String key(int first) {
        StringBuilder key = new StringBuilder().append((char) first);
        if (first == ESC) {
            escape(key);
        } else if (first == CSI) {
            controlSequence(key);
        } else if (Character.isHighSurrogate((char) first)) {
            more(key, STALL_MILLIS);
        }
        return key.toString();
    }

    private void escape(StringBuilder key) {
        int next = more(key, ESCAPE_MILLIS);
        switch (next) {
            case '[' -> controlSequence(key);
            case 'O' -> more(key, ESCAPE_MILLIS);
            case ']', 'P', 'X', '^', '_' -> controlString(key);
            case ESC -> escapeTwice(key);
            default -> {} // Esc alone, or Alt and a character
        }
    }

    /** Esc pressed twice is Esc; Esc before a sequence is that key with Alt. */
    private void escapeTwice(StringBuilder key) {
        int before = key.length();
        int next = more(key, ESCAPE_MILLIS);
        if (next == '[') {
            controlSequence(key);
        } else if (next == 'O') {
            more(key, ESCAPE_MILLIS);
        } else if (key.length() == before) {
            key.setLength(1);
        }
    }

    private void controlSequence(StringBuilder key) {
        int start = key.length();
        int unit = more(key, STALL_MILLIS);
        while (unit >= ' ' && unit < '@' && key.length() < LONGEST) {
            unit = more(key, STALL_MILLIS);
        }
        if (key.length() == start + 1 && unit == '[') { // the Linux console's F1 to F5
            more(key, STALL_MILLIS);
        } else if (key.length() == start + 1 && unit == 'M') { // a mouse report of X10: button, column, row
            more(key, STALL_MILLIS);
            more(key, STALL_MILLIS);
            more(key, STALL_MILLIS);
        } else if (Paste.BEGINS.contentEquals(key)) {
            paste(key);
        }
    }

    private void controlString(StringBuilder key) {
        int unit = more(key, STALL_MILLIS);
        while (unit >= 0 && unit != BEL && unit != ESC) {
            unit = source.read(STALL_MILLIS);
        }
        if (unit == ESC) { // ST is Esc and a backslash
            more(key, STALL_MILLIS);
        }
    }

    private void paste(StringBuilder key) {
        StringBuilder tail = new StringBuilder();
        int unit = source.read(STALL_MILLIS);
        while (unit >= 0) {
            tail.append((char) unit);
            if (tail.length() > Paste.ENDS.length()) {
                if (key.length() < Paste.LONGEST) {
                    key.append(tail.charAt(0));
                }
                tail.deleteCharAt(0);
            }
            if (Paste.ENDS.contentEquals(tail)) {
                return;
            }
            unit = source.read(STALL_MILLIS);
        }
        key.append(tail);
    }

    private int more(StringBuilder key, long millis) {
        int unit = source.read(millis);
        if (unit >= 0) {
            key.append((char) unit);
        }
        return unit;
    }
}
