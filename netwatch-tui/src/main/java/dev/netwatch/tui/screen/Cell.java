package dev.netwatch.tui.screen;

import org.jline.utils.AttributedStyle;

/*
 * What stands in one column of one row: a text, and behind it what is said in passing.
 */
record Cell(String text, AttributedStyle style, String aside, AttributedStyle asideStyle) {
    Cell(String text, AttributedStyle style) {
        this(text, style, "", style);
    }

    int width() {
        return Text.width(text) + Text.width(aside);
    }

    /** The same, no wider than this; what is said in passing leaves first. */
    Cell cut(int width, String ellipsis) {
        int text = Text.width(this.text);
        if (text > width) {
            return new Cell(Text.cut(this.text, width, ellipsis), style);
        }
        return text + Text.width(aside) <= width
                ? this
                : new Cell(this.text, style, Text.cut(aside, width - text, ellipsis), asideStyle);
    }

    /** The same in one style. */
    Cell in(AttributedStyle other) {
        return new Cell(text, other, aside, other);
    }
}
