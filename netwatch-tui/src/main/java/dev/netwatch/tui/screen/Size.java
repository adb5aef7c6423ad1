package dev.netwatch.tui.screen;

/** A terminal's size in character cells. */
public record Size(int columns, int rows) {
    /** Below this, one sentence is all there is. */
    public static final Size MINIMUM = new Size(60, 15);

    boolean holds(Size other) {
        return columns >= other.columns && rows >= other.rows;
    }

    @Override
    public String toString() {
        return columns + "x" + rows;
    }
}
