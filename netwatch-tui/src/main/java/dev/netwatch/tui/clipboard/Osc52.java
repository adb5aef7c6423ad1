package dev.netwatch.tui.clipboard;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Asks the terminal to put text on the clipboard of the machine it runs on, over SSH too. Whether it does, it does not
 * say.
 *
 * @see <a href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">XTerm Control Sequences, OSC 52</a>
 */
public final class Osc52 {
    /** Some terminals take no more than 100,000 characters; one row is far less. */
    private static final int LONGEST = 50_000;

    private Osc52() {}

    /** The text is encoded, so that nothing in it can end the sequence; what is too long is cut off. */
    public static String sequence(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String encoded = Base64.getEncoder().encodeToString(cut.getBytes(StandardCharsets.UTF_8));
        return "\033]52;c;" + encoded + "\007";
    }
}
