package dev.netwatch.tui.screen;

import dev.netwatch.tui.state.HelpOverlay;
import dev.netwatch.tui.state.Overlay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;

/* The keys that work now, in a frame over the screen: in two columns, to be read down the left one first. */
final class Help {
    private static final int WIDEST = 74;
    private static final int GAP = 2;

    private final Look look;
    private final String title;
    private final List<HelpEntry> keys;
    private final List<HelpEntry> signs;

    /** @param below what was asked about; empty for the table */
    Help(Look look, Optional<Overlay> below) {
        HelpEntries entries = new HelpEntries(look);
        this.look = look;
        this.title = HelpEntries.title(below);
        this.keys = entries.of(below);
        this.signs = below.isEmpty() ? entries.signs() : List.of();
    }

    /** @return the screen with the help in its middle */
    List<AttributedString> over(List<AttributedString> screen, HelpOverlay help, Size size) {
        int width = width(size);
        List<AttributedString> all = contents(width);
        int top = Math.min(help.scroll(), overflow(size));
        int end = Math.min(all.size(), top + height(size));
        String range = look.glyphs().range();
        String more = look.glyphs().arrows() + " PgDn scroll: " + (top + 1) + range + end + " of " + all.size();
        String hint = overflow(size) > 0 ? more + ", Esc closes" : "any key closes";
        return new Box(look, title, hint, width).over(screen, all.subList(top, end), size);
    }

    /** How many lines do not fit. */
    int overflow(Size size) {
        return Math.max(0, contents(width(size)).size() - height(size));
    }

    private static int width(Size size) {
        return Math.min(WIDEST, size.columns() - Box.FRAME.columns() - 2);
    }

    private static int height(Size size) {
        return Math.max(1, size.rows() - Box.FRAME.rows());
    }

    private List<AttributedString> contents(int width) {
        List<AttributedString> lines = new ArrayList<>(halves(keys, width));
        if (!signs.isEmpty()) {
            lines.add(AttributedString.EMPTY);
            lines.addAll(halves(signs, width));
        }
        return lines;
    }

    private List<AttributedString> halves(List<HelpEntry> entries, int width) {
        int rows = (entries.size() + 1) / 2;
        List<HelpEntry> left = entries.subList(0, rows);
        List<HelpEntry> right = entries.subList(rows, entries.size());
        int half = Math.max((width - GAP) / 2, Math.min(natural(left), width - GAP - natural(right)));
        List<AttributedString> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Line line = new Line();
            add(line, left.get(i), 0, widest(left), half);
            if (i < right.size()) {
                add(line, right.get(i), half + GAP, widest(right), width - half - GAP);
            }
            lines.add(line.build());
        }
        return lines;
    }

    private static int natural(List<HelpEntry> entries) {
        int meaning = entries.stream()
                .mapToInt(entry -> Text.width(entry.meaning()))
                .max()
                .orElse(0);
        return widest(entries) + 1 + meaning;
    }

    private static int widest(List<HelpEntry> entries) {
        return entries.stream()
                .mapToInt(entry -> Text.width(entry.keys()))
                .max()
                .orElse(0);
    }

    private void add(Line line, HelpEntry entry, int start, int keys, int width) {
        String ellipsis = look.glyphs().ellipsis();
        int shown = Math.min(keys, width / 2);
        line.padTo(start, look.theme().plain())
                .add(
                        Text.cut(entry.keys(), shown, ellipsis),
                        look.theme().accent().bold())
                .padTo(start + shown + 1, look.theme().plain())
                .add(
                        Text.cut(entry.meaning(), width - shown - 1, ellipsis),
                        look.theme().plain());
    }
}
