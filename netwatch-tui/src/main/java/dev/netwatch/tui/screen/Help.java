package dev.netwatch.tui.screen;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/* The keys of the table in a frame, laid over the screen. */
final class Help {
    private record Entry(String key, String meaning) {}

    private static final int LEFT_KEY = 11;
    private static final int RIGHT_KEY = 8;
    private static final int SIDE = 28;
    private static final int WIDTH = 54;

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
                new Entry("Enter", "details, open"),
                new Entry("Right Left", "open, close"),
                new Entry("1 to 5 Tab", "view"),
                new Entry("a", "group by"),
                new Entry("/", "filter"),
                new Entry("x", "exclude process"),
                new Entry("X", "clear excluded"),
                new Entry("l", "loopback"));
        right = List.of(
                new Entry("s", "sort key"),
                new Entry("r S", "sort direction"),
                new Entry("z", "freeze order"),
                new Entry("f", "all, new, known"),
                new Entry("d", "bytes or rate"),
                new Entry("p", "pause"),
                new Entry("Ctrl-L", "repaint"),
                new Entry("?", "this help"),
                new Entry("Esc", "back, quit"),
                new Entry("q", "quit"),
                new Entry("Ctrl-C", "quit always"));
        signs = List.of(
                new Entry(glyphs.unknown(), "not measured"),
                new Entry("~", "estimate"),
                new Entry(glyphs.ellipsis(), "not known yet"),
                new Entry("?", "owner unknown"));
    }

    /** @return the screen with the help in its middle; with the signs explained where the screen is high enough */
    List<AttributedString> over(List<AttributedString> screen, Size size) {
        return new Box(look, "keys", "any key closes", WIDTH).over(screen, contents(size.rows() >= 20), size);
    }

    private List<AttributedString> contents(boolean withSigns) {
        List<AttributedString> lines = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            lines.add(entries(left.get(i), right.get(i)).build());
        }
        if (withSigns) {
            lines.add(AttributedString.EMPTY);
            lines.add(entries(signs.get(0), signs.get(1)).build());
            lines.add(entries(signs.get(2), signs.get(3)).build());
        }
        return lines;
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
}
