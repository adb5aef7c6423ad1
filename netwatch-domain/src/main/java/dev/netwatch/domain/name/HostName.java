package dev.netwatch.domain.name;

import java.util.Optional;

/**
 * Host names as DNS writes them, made fit to show.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1035#section-5.1">RFC 1035, section 5.1: the escapes</a>
 */
public final class HostName {
    /** Stands for a character that no host name has. It is shown, not left out: {@code a\\000b} is not {@code ab}. */
    private static final char ODD = '?';

    private HostName() {}

    /**
     * The name of a master file, such as {@code www.example.org.}, without its final dot. A character that was escaped
     * ({@code \\DDD} or {@code \\.}), and one that is not visible ASCII, becomes a question mark, so that a label cannot
     * pose as two, nor drive a terminal.
     *
     * @return empty where nothing but the root is left
     */
    public static Optional<String> ofPresentation(String presentation) {
        StringBuilder name = new StringBuilder(presentation.length());
        for (int i = 0; i < presentation.length(); i++) {
            char c = presentation.charAt(i);
            if (c == '\\') {
                i += escapeLength(presentation, i + 1);
                name.append(ODD);
            } else {
                name.append(c > ' ' && c < 0x7f ? c : ODD);
            }
        }
        if (name.length() > 0 && name.charAt(name.length() - 1) == '.') {
            name.setLength(name.length() - 1);
        }
        return name.length() == 0 ? Optional.empty() : Optional.of(name.toString());
    }

    /** Three digits stand for a byte; anything else stands for itself. */
    private static int escapeLength(String text, int from) {
        for (int i = from; i < from + 3; i++) {
            if (i >= text.length() || text.charAt(i) < '0' || text.charAt(i) > '9') {
                return Math.min(1, text.length() - from);
            }
        }
        return 3;
    }
}
