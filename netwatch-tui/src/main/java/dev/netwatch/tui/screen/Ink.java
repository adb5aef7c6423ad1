package dev.netwatch.tui.screen;

import org.jline.utils.AttributedStyle;

/*
 * A colour for every kind of terminal. Of the 256 of xterm the first sixteen are the user's and may look like anything, so
 * only those after them are used to come near a colour.
 */
/**
 * @param rgb red, green and blue in 24 bits
 * @param near which of the eight of the terminal's palette comes near; -1 for none, which is its own ink
 */
record Ink(int rgb, int near) {
    private static final int CUBE = 16;
    private static final int GREYS = 232;
    private static final int[] LEVELS = {0, 95, 135, 175, 215, 255};

    AttributedStyle on(AttributedStyle style, ColorDepth depth) {
        return switch (depth) {
            case NONE -> style;
            case EIGHT -> near < 0 ? style : style.foreground(near);
            case PALETTE -> style.foreground(index(rgb));
            case TRUE -> style.foreground(red(rgb), green(rgb), blue(rgb));
        };
    }

    /** As the paper below a text; where there are only eight colours, the text is reversed instead. */
    AttributedStyle under(AttributedStyle style, ColorDepth depth) {
        return switch (depth) {
            case NONE, EIGHT -> style.inverse();
            case PALETTE -> style.background(index(rgb));
            case TRUE -> style.background(red(rgb), green(rgb), blue(rgb));
        };
    }

    /** The nearest of xterm's cube and greys. */
    static int index(int rgb) {
        int best = CUBE;
        for (int i = CUBE; i < 256; i++) {
            if (distance(rgb, rgbOf(i)) < distance(rgb, rgbOf(best))) {
                best = i;
            }
        }
        return best;
    }

    static int rgbOf(int index) {
        if (index >= GREYS) {
            int grey = 8 + 10 * (index - GREYS);
            return grey << 16 | grey << 8 | grey;
        }
        int cell = index - CUBE;
        return LEVELS[cell / 36] << 16 | LEVELS[cell / 6 % 6] << 8 | LEVELS[cell % 6];
    }

    private static int distance(int one, int other) {
        int red = red(one) - red(other);
        int green = green(one) - green(other);
        int blue = blue(one) - blue(other);
        return 2 * red * red + 4 * green * green + 3 * blue * blue;
    }

    static int red(int rgb) {
        return rgb >> 16 & 0xff;
    }

    static int green(int rgb) {
        return rgb >> 8 & 0xff;
    }

    static int blue(int rgb) {
        return rgb & 0xff;
    }
}
