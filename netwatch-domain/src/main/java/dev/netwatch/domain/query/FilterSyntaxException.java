package dev.netwatch.domain.query;

/** A filter that cannot be read: where the mistake is, and how to mend it. */
public final class FilterSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String filter;
    private final int column;
    private final int length;

    FilterSyntaxException(String filter, int column, int length, String sentence) {
        super(sentence);
        this.filter = filter;
        this.column = column;
        this.length = length;
    }

    /** What is wrong and how to mend it, in one sentence; it may quote the filter, which is foreign text. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** The text that was to be read. */
    public String filter() {
        return filter;
    }

    /** Where the mistake begins: a {@code char} index into the filter, from 0 to its length. */
    public int column() {
        return column;
    }

    /** How many {@code char}s are wrong, at least 1; at the end of the filter it reaches one behind. */
    public int length() {
        return length;
    }
}
