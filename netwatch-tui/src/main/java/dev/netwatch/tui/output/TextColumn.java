package dev.netwatch.tui.output;

/**
 * A column of a {@link TextTable}.
 *
 * @param title its head
 * @param right whether its values are numbers, set to the right
 * @param narrowest how narrow it may become where room is short; 0 for as wide as its widest value
 * @param priority which columns leave first where room is short: those of the highest number; 0 never
 */
record TextColumn(String title, boolean right, int narrowest, int priority) {
    static TextColumn left(String title, int priority) {
        return new TextColumn(title, false, 0, priority);
    }

    static TextColumn number(String title, int priority) {
        return new TextColumn(title, true, 0, priority);
    }

    static TextColumn elastic(String title, int narrowest, int priority) {
        return new TextColumn(title, false, narrowest, priority);
    }
}
