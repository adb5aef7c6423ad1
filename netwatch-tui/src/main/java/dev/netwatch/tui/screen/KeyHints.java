package dev.netwatch.tui.screen;

import org.jline.utils.AttributedString;

/*
 * The line of keys. Help and quit stand at the right and are never cut; of the others, labels go before keys, from the
 * right, and only keys that work now are named.
 */
final class KeyHints {
    private record Hint(String key, String label, String shortLabel) {}

    private static final Hint[] HINTS = {
        new Hint("s", "sort", "sort"),
        new Hint("r", "reverse", "rev"),
        new Hint("f", "filter", "filter"),
        new Hint("d", "rate", "rate"),
        new Hint("p", "pause", "pause"),
        new Hint("x", "exclude", "excl"),
        new Hint("X", "show excluded", "show"),
        new Hint("l", "loopback", "loop"),
    };
    private static final int GONE = 3;
    private static final int GAP = 2;

    private final Theme theme;

    KeyHints(Theme theme) {
        this.theme = theme;
    }

    AttributedString line(boolean anyExcluded, int columns) {
        Line right = new Line();
        add(right, "?", "help");
        add(right, "q", "quit");
        int room = columns - 2 - right.columns() - GAP;
        Line line =
                new Line().padTo(1, theme.plain()).add(left(anyExcluded, room).build());
        return line.padTo(columns - 1 - right.columns(), theme.plain())
                .add(right.build())
                .build();
    }

    private Line left(boolean anyExcluded, int room) {
        int[] levels = new int[HINTS.length];
        for (int level = 1; level <= GONE; level++) {
            for (int i = levels.length - 1; i >= 0; i--) {
                Line line = left(levels, anyExcluded);
                if (line.columns() <= room) {
                    return line;
                }
                levels[i] = level;
            }
        }
        return left(levels, anyExcluded);
    }

    /** @param levels per hint: 0 whole label, 1 short label, 2 key alone, 3 nothing */
    private Line left(int[] levels, boolean anyExcluded) {
        Line line = new Line();
        for (int i = 0; i < levels.length; i++) {
            Hint hint = HINTS[i];
            if (levels[i] < GONE && (anyExcluded || !hint.key.equals("X"))) {
                add(line, hint.key, levels[i] == 0 ? hint.label : levels[i] == 1 ? hint.shortLabel : "");
            }
        }
        return line;
    }

    private void add(Line line, String key, String label) {
        line.padTo(line.columns() == 0 ? 0 : line.columns() + GAP, theme.plain())
                .add(key, theme.accent().bold());
        if (!label.isEmpty()) {
            line.add(" " + label, theme.plain());
        }
    }
}
