package dev.netwatch.tui.screen;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/* One line of the screen under construction; counts columns, so that nothing is measured twice. */
final class Line {
    private static final String BLANKS = " ".repeat(64);

    private final AttributedStringBuilder text = new AttributedStringBuilder(256);
    private int columns;

    int columns() {
        return columns;
    }

    Line add(String part, AttributedStyle style) {
        text.style(style).append(part);
        columns += Text.width(part);
        return this;
    }

    Line add(AttributedString part) {
        // Otherwise the style of what stands before would be mixed in.
        text.style(AttributedStyle.DEFAULT).append(part);
        columns += part.columnLength();
        return this;
    }

    /** Blanks up to this column, where it is not reached yet. */
    Line padTo(int column, AttributedStyle style) {
        text.style(style);
        while (columns < column) {
            int some = Math.min(column - columns, BLANKS.length());
            text.append(BLANKS, 0, some);
            columns += some;
        }
        return this;
    }

    AttributedString build() {
        return text.toAttributedString();
    }
}
