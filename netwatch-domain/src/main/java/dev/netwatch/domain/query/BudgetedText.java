package dev.netwatch.domain.query;

import java.util.regex.Pattern;

/* Text of which so many characters can be read, over and over ones counted each time. One search, one thread. */
final class BudgetedText implements CharSequence {
    /** Some hundred microseconds of searching; a search for {@code .*x} in 100 characters takes 10,000. */
    private static final int BUDGET = 20_000;

    private final CharSequence text;
    private int left = BUDGET;

    private BudgetedText(CharSequence text) {
        this.text = text;
    }

    /** Whether the pattern is found before the budget ends. */
    static boolean find(Pattern pattern, CharSequence text) {
        try {
            return search(pattern, text);
        } catch (Spent e) {
            return false;
        }
    }

    /** Whether a search comes to its end within the budget. */
    static boolean suffices(Pattern pattern, CharSequence text) {
        try {
            search(pattern, text);
            return true;
        } catch (Spent e) {
            return false;
        }
    }

    private static boolean search(Pattern pattern, CharSequence text) {
        return pattern.matcher(new BudgetedText(text)).find();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new Spent();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The only way out of a search; without a trace, for it is no error. */
    private static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent() {
            super("the search took too long", null, false, false);
        }
    }
}
