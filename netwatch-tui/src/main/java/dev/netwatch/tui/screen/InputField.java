package dev.netwatch.tui.screen;

import dev.netwatch.tui.edit.LineEditor;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedStyle;

/*
 * A line that is edited, with its cursor; of one that is too long, the part around the cursor. Knows in which column each
 * character stands, so that a mark can point at one.
 */
final class InputField {
    private final LineEditor line;
    private final int width;
    private final boolean ascii;
    /** For each {@code char} index, one for the end too, the column it begins at. */
    private final List<Integer> starts = new ArrayList<>();

    private final int scrolled;

    /** @param width columns there are */
    InputField(LineEditor line, int width, boolean ascii) {
        this.line = line;
        this.width = width;
        this.ascii = ascii;
        measure();
        int cursor = starts.get(line.cursor());
        this.scrolled = starts.get(line.text().length()) < width ? 0 : Math.max(0, cursor - width * 2 / 3);
    }

    private void measure() {
        String text = line.text();
        int column = 0;
        for (int i = 0; i < text.length(); ) {
            int end = text.offsetByCodePoints(i, 1);
            while (i < end) {
                starts.add(column);
                i++;
            }
            column += Text.width(shown(text.codePointBefore(end)));
        }
        starts.add(column);
    }

    /** A typed blank is a blank, wherever it stands. */
    private String shown(int point) {
        return point == ' ' ? " " : Text.foreign(Character.toString(point), ascii);
    }

    /** Where this character is shown, counted from the field's beginning; cut off at both of its ends. */
    int columnOf(int index) {
        return Math.max(0, Math.min(starts.get(index) - scrolled, width - 1));
    }

    /** @param wrong first and behind the last {@code char} to be shown as a mistake; the same for none */
    void addTo(Line to, AttributedStyle plain, AttributedStyle mistake, int from, int end) {
        String text = line.text();
        int begin = to.columns();
        for (int i = 0; i < text.length(); ) {
            int next = text.offsetByCodePoints(i, 1);
            String shown = shown(text.codePointAt(i));
            int column = starts.get(i) - scrolled;
            if (column >= 0 && column + Text.width(shown) <= width) {
                AttributedStyle style = i >= from && i < end ? mistake : plain;
                to.padTo(begin + column, plain).add(shown, i == line.cursor() ? style.inverse() : style);
            }
            i = next;
        }
        if (line.cursor() == text.length()) {
            to.add(" ", plain.inverse());
        }
        to.padTo(begin + width, plain);
    }
}
