package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.IpAddress;

/* Text in a filter: looking for it, and writing it so that it is read as text. */
final class FilterText {
    private FilterText() {}

    /** Case ignored, and nothing allocated: the screen asks this of every connection at every key. */
    static boolean contains(String text, String part) {
        int last = text.length() - part.length();
        for (int i = 0; i <= last; i++) {
            if (mayBeSame(text.charAt(i), part.charAt(0)) && text.regionMatches(true, i, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }

    /** Cheap, and never wrong to say no: of ASCII letters, one bit is the case. */
    private static boolean mayBeSame(char one, char other) {
        return (one | other) >= 0x80 || (one | 0x20) == (other | 0x20);
    }

    static boolean startsWith(String text, String beginning) {
        return text.regionMatches(true, 0, beginning, 0, beginning.length());
    }

    /** In quotation marks unless it is sure to be read as text without. */
    static String written(String text) {
        return isPlain(text) ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(unit -> Character.isLetterOrDigit(unit) || "._-@+".indexOf(unit) >= 0)
                && !text.equalsIgnoreCase(Keyword.OR)
                && Keyword.of(text).isEmpty()
                && !isAddress(text);
    }

    static boolean isAddress(String text) {
        try {
            IpAddress.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
