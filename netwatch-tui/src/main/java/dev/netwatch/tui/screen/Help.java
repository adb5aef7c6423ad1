package dev.netwatch.tui.screen;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/* The keys of the table in a frame, laid over the screen. */
final class Help {
    private record Entry(String key, String meaning) {}

    private static final int LEFT_KEY = 11;
    private static final int RIGHT_KEY = 8;
    private static final int SIDE = 28;
    private static final int WIDTH = 58;

    private final Look look;
    private final List<Entry> left;
    private final List<Entry> right;
    private final List<Entry> signs;

    Help(Look look) {
        this.look = look;
        Glyphs glyphs = look.glyphs();
        left = List.of(
                new Entry(glyphs.arrows() + " j k", "row"),
                new Entry("PgUp PgDn", "page"),
                new Entry("g G", "first, last"),
                new Entry("x", "exclude process"),
                new Entry("X", "clear excluded"),
                new Entry("l", "loopback"),
                new Entry("p", "pause"));
        right = List.of(
                new Entry("s", "sort key"),
                new Entry("r", "sort direction"),
                new Entry("f", "all, new, known"),
                new Entry("d", "bytes or rate"),
                new Entry("Ctrl-L", "repaint"),
                new Entry("?", "this help"),
                new Entry("q Esc", "quit"));
        signs = List.of(
                new Entry(glyphs.unknown(), "not measured"),
                new Entry("~", "estimate"),
                new Entry(glyphs.ellipsis(), "not known yet"),
                new Entry("?", "owner unknown"));
    }

    /** @return the screen with the help in its middle; with the signs explained where the screen is high enough */
    List<AttributedString> over(List<AttributedString> screen, Size size) {
        List<AttributedString> box = box(size.rows() >= 20);
        int top = Math.max(0, (size.rows() - box.size()) / 2);
        int start = (size.columns() - WIDTH) / 2;
        List<AttributedString> covered = new ArrayList<>(screen);
        for (int i = 0; i < box.size() && top + i < size.rows(); i++) {
            covered.set(top + i, laidOver(screen.get(top + i), box.get(i), start));
        }
        return covered;
    }

    private List<AttributedString> box(boolean withSigns) {
        List<AttributedString> box = new ArrayList<>();
        String[] frame = look.glyphs().frame();
        box.add(edge(frame[0], " keys ", frame[2]));
        for (int i = 0; i < left.size(); i++) {
            box.add(between(entries(left.get(i), right.get(i))));
        }
        if (withSigns) {
            box.add(between(new Line()));
            box.add(between(entries(signs.get(0), signs.get(1))));
            box.add(between(entries(signs.get(2), signs.get(3))));
        }
        box.add(edge(frame[4], " any key closes ", frame[5]));
        return box;
    }

    private Line entries(Entry first, Entry second) {
        Line line = new Line();
        entry(line, 0, LEFT_KEY, first);
        entry(line, SIDE, RIGHT_KEY, second);
        return line;
    }

    private void entry(Line line, int start, int key, Entry entry) {
        line.padTo(start, look.theme().plain())
                .add(entry.key, look.theme().accent().bold())
                .padTo(start + key, look.theme().plain())
                .add(entry.meaning, look.theme().plain());
    }

    private AttributedString edge(String from, String title, String to) {
        AttributedStyle style = look.theme().accent();
        String line = look.glyphs().frame()[1];
        int rest = WIDTH - 3 - title.length();
        return new Line()
                .add(from + line, style)
                .add(title, look.theme().plain())
                .add(line.repeat(rest) + to, style)
                .build();
    }

    private AttributedString between(Line content) {
        String side = look.glyphs().frame()[3];
        return new Line()
                .add(side, look.theme().accent())
                .padTo(2, look.theme().plain())
                .add(content.build())
                .padTo(WIDTH - 1, look.theme().plain())
                .add(side, look.theme().accent())
                .build();
    }

    private AttributedString laidOver(AttributedString below, AttributedString box, int start) {
        AttributedStyle plain = look.theme().plain();
        int width = below.columnLength();
        Line line = new Line();
        AttributedString before = below.columnSubSequence(0, Math.min(start, width));
        // Half of a wide character may stick out; then it goes.
        line.add(before.columnLength() > start ? below.columnSubSequence(0, start - 1) : before);
        line.padTo(start, plain).add(box);
        if (width > line.columns()) {
            AttributedString after = below.columnSubSequence(line.columns(), width);
            line.padTo(width - after.columnLength(), plain).add(after);
        }
        return line.build();
    }
}
