package dev.netwatch.tui.screen;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/* A line of facts at both ends. Where there is no room for all, they leave whole, the least important first. */
final class Bar {
    private record Part(int rank, boolean right, AttributedString text, int width) {}

    private final List<Part> parts = new ArrayList<>();
    private final int gap;

    /** @param gap columns between two facts */
    Bar(int gap) {
        this.gap = gap;
    }

    /** @param rank 0 never leaves; the highest leaves first, and of equals the last */
    Bar left(int rank, String text, AttributedStyle style) {
        return left(rank, new Line().add(text, style));
    }

    Bar left(int rank, Line text) {
        parts.add(new Part(rank, false, text.build(), text.columns()));
        return this;
    }

    Bar right(int rank, String text, AttributedStyle style) {
        return right(rank, new Line().add(text, style));
    }

    Bar right(int rank, Line text) {
        parts.add(new Part(rank, true, text.build(), text.columns()));
        return this;
    }

    /**
     * Which of the facts at the left stands in this column, once what does not fit has left: its number in the order in
     * which they were added; -1 for none.
     */
    int leftAt(int column, int width) {
        List<Part> before = List.copyOf(parts);
        fit(width);
        int start = 1;
        for (Part part : parts) {
            if (!part.right && column >= start && column < start + part.width) {
                return before.indexOf(part);
            }
            start += part.right ? 0 : part.width + gap;
        }
        return -1;
    }

    /** With one column free at both ends. */
    AttributedString fit(int width) {
        while (needed() > width && dropLeastImportant()) {
            // one by one
        }
        Line line = new Line().padTo(1, AttributedStyle.DEFAULT);
        add(line, false);
        int rightWidth = sideWidth(true);
        if (rightWidth > 0) {
            line.padTo(width - 1 - rightWidth, AttributedStyle.DEFAULT);
            add(line, true);
        }
        AttributedString built = line.build();
        return line.columns() <= width ? built : built.columnSubSequence(0, width);
    }

    private void add(Line line, boolean right) {
        boolean first = true;
        for (Part part : parts) {
            if (part.right == right) {
                line.padTo(first ? 0 : line.columns() + gap, AttributedStyle.DEFAULT);
                line.add(part.text);
                first = false;
            }
        }
    }

    private int needed() {
        int left = sideWidth(false);
        int right = sideWidth(true);
        return 2 + left + right + (left > 0 && right > 0 ? gap : 0);
    }

    private int sideWidth(boolean right) {
        int width = 0;
        for (Part part : parts) {
            if (part.right == right) {
                width += part.width + (width > 0 ? gap : 0);
            }
        }
        return width;
    }

    private boolean dropLeastImportant() {
        int candidate = -1;
        for (int i = 0; i < parts.size(); i++) {
            int rank = parts.get(i).rank;
            if (rank > 0 && (candidate < 0 || rank >= parts.get(candidate).rank)) {
                candidate = i;
            }
        }
        if (candidate >= 0) {
            parts.remove(candidate);
        }
        return candidate >= 0;
    }
}
