package dev.netwatch.tui.screen;

import dev.netwatch.domain.query.ListLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/* The details of the selected row in their place: below the table under a line, or beside it behind one. */
final class DetailPane {
    /** The line at its left and a blank. */
    private static final int SIDE = 2;

    private final Look look;
    private final Scene scene;
    private final Geometry geometry;

    DetailPane(Look look, Scene scene, Geometry geometry) {
        this.look = look;
        this.scene = scene;
        this.geometry = geometry;
    }

    /** How many lines do not fit. */
    int overflow(Optional<ListLine> line) {
        int lines = line.map(shown -> contents(shown).size()).orElse(0);
        return Math.max(0, lines - room());
    }

    /** As many lines as it takes, each of its width or less. */
    List<AttributedString> lines(Optional<ListLine> line) {
        List<AttributedString> contents = line.map(this::contents).orElseGet(this::nothing);
        int scroll = geometry.details().map(open -> open.scroll()).orElse(0);
        int top = Math.max(0, Math.min(scroll, contents.size() - room()));
        List<AttributedString> seen = contents.subList(top, Math.min(contents.size(), top + room()));
        return geometry.isWide() ? beside(seen, top, contents.size()) : below(seen, line, top, contents.size());
    }

    private int room() {
        return geometry.isWide() ? geometry.middle() : geometry.strip() - 1;
    }

    private List<AttributedString> contents(ListLine line) {
        int columns = geometry.isWide() ? geometry.paneColumns() - SIDE - 1 : geometry.paneColumns() - 2;
        return new Details(look, scene).lines(line, columns);
    }

    private List<AttributedString> nothing() {
        return List.of(
                new Line().add("no row is selected", look.theme().faint()).build());
    }

    private List<AttributedString> beside(List<AttributedString> seen, int top, int all) {
        String side = look.glyphs().frame()[3];
        boolean open = geometry.details().isPresent();
        List<AttributedString> lines = new ArrayList<>();
        for (int i = 0; i < room(); i++) {
            boolean thumb = all > room() && Thumb.covers(i, room(), top, all);
            AttributedStyle style =
                    open || thumb ? look.theme().accent() : look.theme().faint();
            Line line = new Line().add(side + " ", style);
            lines.add(line.add(i < seen.size() ? seen.get(i) : AttributedString.EMPTY)
                    .build());
        }
        return lines;
    }

    private List<AttributedString> below(List<AttributedString> seen, Optional<ListLine> line, int top, int all) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(edge(line, top, all));
        for (int i = 0; i < room(); i++) {
            Line drawn = new Line().padTo(1, look.theme().plain());
            lines.add(i < seen.size() ? drawn.add(seen.get(i)).build() : AttributedString.EMPTY);
        }
        return lines;
    }

    private AttributedString edge(Optional<ListLine> line, int top, int all) {
        String dash = look.glyphs().frame()[1];
        Labels labels = new Labels(look.glyphs());
        String title = line.map(labels::line).orElse("");
        int last = Math.min(all, top + room());
        String place = all <= room() ? "" : " " + (top + 1) + look.glyphs().range() + last + " of " + all + " ";
        int columns = geometry.paneColumns();
        String shown =
                Text.cut(title, columns - place.length() - 6, look.glyphs().ellipsis());
        Line drawn = new Line().add(dash, look.theme().accent());
        if (!shown.isEmpty()) {
            drawn.add(" " + shown + " ", look.theme().strong());
        }
        int rest = columns - 1 - place.length() - drawn.columns();
        return drawn.add(dash.repeat(Math.max(0, rest)), look.theme().accent())
                .add(place, look.theme().faint())
                .add(dash, look.theme().accent())
                .build();
    }
}
