package dev.netwatch.tui.edit;

/* Where characters and words begin and end. A combining mark belongs to the letter before it. */
final class TextBounds {
    private TextBounds() {}

    static int before(String text, int index) {
        int start = index;
        while (start > 0) {
            int point = text.codePointBefore(start);
            start -= Character.charCount(point);
            if (!isMark(point)) {
                break;
            }
        }
        return start;
    }

    static int after(String text, int index) {
        int end = index == text.length() ? index : text.offsetByCodePoints(index, 1);
        while (end < text.length() && isMark(text.codePointAt(end))) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Where the word of letters and figures begins that ends here or before. */
    static int wordBefore(String text, int index) {
        int start = index;
        while (start > 0 && !isWord(text.codePointBefore(start))) {
            start = before(text, start);
        }
        while (start > 0 && isWord(text.codePointBefore(start))) {
            start = before(text, start);
        }
        return start;
    }

    /** Where the word of letters and figures ends that begins here or behind. */
    static int wordAfter(String text, int index) {
        int end = index;
        while (end < text.length() && !isWord(text.codePointAt(end))) {
            end = after(text, end);
        }
        while (end < text.length() && isWord(text.codePointAt(end))) {
            end = after(text, end);
        }
        return end;
    }

    /** Where what stands between blanks begins. */
    static int blankBefore(String text, int index) {
        int start = index;
        while (start > 0 && text.charAt(start - 1) == ' ') {
            start--;
        }
        while (start > 0 && text.charAt(start - 1) != ' ') {
            start--;
        }
        return start;
    }

    private static boolean isWord(int point) {
        return Character.isLetterOrDigit(point) || isMark(point);
    }
}
