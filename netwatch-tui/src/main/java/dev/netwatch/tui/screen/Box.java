package dev.netwatch.tui.screen;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/*
 * A frame with a title above and a hint below, laid over the middle of a screen. What overlays look like, all of them.
 */
/** Lays framed lines over a screen. */
final class Box {
    private final Look look;
    private final String title;
    private final String hint;
    private final int width;

    /**
     * @param title in the upper edge
     * @param hint in the lower edge: which keys work
     * @param width of the contents, in columns; a frame and a blank at each side come to it
     */
    Box(Look look, String title, String hint, int width) {
        this.look = look;
        this.title = title;
        this.hint = hint;
        this.width = width;
    }

    /** Columns and lines that the frame takes beside its contents. */
    static final Size FRAME = new Size(4, 2);

    /** @param contents each at most as wide as this box; what is too many for the screen is cut off below */
    List<AttributedString> over(List<AttributedString> below, List<AttributedString> contents, Size size) {
        List<AttributedString> box = framed(contents.subList(0, Math.min(contents.size(), size.rows() - 2)));
        int top = Math.max(0, (size.rows() - box.size()) / 2);
        int start = Math.max(0, (size.columns() - width - FRAME.columns()) / 2);
        List<AttributedString> covered = new ArrayList<>(below);
        for (int i = 0; i < box.size() && top + i < size.rows(); i++) {
            covered.set(top + i, laidOver(below.get(top + i), box.get(i), start));
        }
        return covered;
    }

    private List<AttributedString> framed(List<AttributedString> contents) {
        String[] frame = look.glyphs().frame();
        List<AttributedString> box = new ArrayList<>();
        box.add(edge(frame[0], title, frame[2]));
        contents.forEach(line -> box.add(between(line)));
        box.add(edge(frame[4], hint, frame[5]));
        return box;
    }

    private AttributedString edge(String from, String words, String to) {
        AttributedStyle style = look.theme().accent();
        String line = look.glyphs().frame()[1];
        String told = words.isEmpty() ? "" : " " + words + " ";
        String cut = Text.cut(told, width, look.glyphs().ellipsis());
        return new Line()
                .add(from + line, style)
                .add(cut, look.theme().plain())
                .add(line.repeat(Math.max(0, width + 1 - Text.width(cut))) + to, style)
                .build();
    }

    private AttributedString between(AttributedString content) {
        String side = look.glyphs().frame()[3];
        return new Line()
                .add(side, look.theme().accent())
                .padTo(2, look.theme().plain())
                .add(content)
                .padTo(width + 3, look.theme().plain())
                .add(side, look.theme().accent())
                .build();
    }

    private AttributedString laidOver(AttributedString below, AttributedString box, int start) {
        AttributedStyle plain = look.theme().plain();
        int end = below.columnLength();
        Line line = new Line();
        AttributedString before = below.columnSubSequence(0, Math.min(start, end));
        // Half of a wide character may stick out; then it goes.
        line.add(before.columnLength() > start ? below.columnSubSequence(0, start - 1) : before);
        line.padTo(start, plain).add(box);
        if (end > line.columns()) {
            AttributedString after = below.columnSubSequence(line.columns(), end);
            line.padTo(end - after.columnLength(), plain).add(after);
        }
        return line.build();
    }
}
