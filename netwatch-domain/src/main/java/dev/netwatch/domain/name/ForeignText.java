package dev.netwatch.domain.name;

import java.util.regex.Pattern;

/**
 * Makes text that others wrote (whois, DNS, process names) harmless to show: what drives a terminal, turns the direction
 * of writing or takes no room is taken out.
 */
public final class ForeignText {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private ForeignText() {}

    /**
     * The text on one line: C0, C1, DEL, formatting (bidirectional, zero-width, soft hyphen), invisible, private and
     * unpaired characters are gone; runs of white space, tabs and line ends among them, are one blank; nothing at the
     * ends.
     */
    public static String printable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isSpace(point)) {
                kept.append(' ');
            } else if (isVisible(point)) {
                kept.appendCodePoint(point);
            }
        });
        return SPACE.matcher(kept).replaceAll(" ").strip();
    }

    /** As {@link #printable(String)}, and no longer than so many characters; a pair of surrogates is not cut. */
    public static String printable(String text, int longest) {
        String printable = printable(text);
        if (printable.length() <= longest) {
            return printable;
        }
        int end = Character.isHighSurrogate(printable.charAt(longest - 1)) ? longest - 1 : longest;
        return printable.substring(0, end).strip();
    }

    private static boolean isSpace(int point) {
        return point >= '\t' && point <= '\r' || Character.isSpaceChar(point);
    }

    /** Whether a terminal may be given the character: it is drawn, and does nothing else. */
    static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !takesNoRoom(point);
        };
    }

    /** Letters and marks that Unicode calls default-ignorable: fillers, joiners and variation selectors. */
    private static boolean takesNoRoom(int point) {
        return point == 0x034f
                || point == 0x115f
                || point == 0x1160
                || point == 0x17b4
                || point == 0x17b5
                || point >= 0x180b && point <= 0x180f
                || point == 0x3164
                || point == 0xffa0
                || point >= 0xfe00 && point <= 0xfe0f
                || point >= 0xe0100 && point <= 0xe01ef;
    }
}
