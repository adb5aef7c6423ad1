package dev.netwatch.tui.shell;

/**
 * Text in the language of manual pages.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/groff_man.7.html">groff_man(7)</a>
 * @see <a href="https://man7.org/linux/man-pages/man7/groff_char.7.html">groff_char(7)</a>
 */
final class Roff {
    private final StringBuilder text = new StringBuilder();

    /** A macro and its arguments, each of which may have blanks. */
    Roff macro(String name, String... arguments) {
        text.append('.').append(name);
        for (String argument : arguments) {
            text.append(" \"").append(argument).append('"');
        }
        text.append('\n');
        return this;
    }

    /** A line of text, already escaped. */
    Roff line(String escaped) {
        text.append(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" : "")
                .append(escaped)
                .append('\n');
        return this;
    }

    /** A paragraph with a tag to its left, such as an option. */
    Roff tagged(String escapedTag, String plain) {
        return macro("TP").line(escapedTag).line(escaped(plain));
    }

    static String bold(String plain) {
        return "\\fB" + escaped(plain) + "\\fR";
    }

    static String italic(String plain) {
        return "\\fI" + escaped(plain) + "\\fR";
    }

    /** Signs as they are meant: an unescaped minus may become a hyphen, which no shell takes. */
    static String escaped(String plain) {
        StringBuilder escaped = new StringBuilder();
        plain.codePoints().forEach(point -> {
            switch (point) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '"' -> escaped.append("\\(dq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                default -> {
                    if (point < 0x7f) {
                        escaped.appendCodePoint(point);
                    } else {
                        escaped.append(String.format(java.util.Locale.ROOT, "\\[u%04X]", point));
                    }
                }
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
