package dev.netwatch.tui.screen;

import dev.netwatch.domain.query.FilterSyntaxException;
import dev.netwatch.tui.state.FilterLine;
import dev.netwatch.tui.state.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;

/* The line a filter is typed into, in the place of the footer: what is wrong with it or how it can go on stands below. */
final class FilterBar {
    private static final String PROMPT = "/ ";
    private static final int MARGIN = 1;
    private static final int LEAST_FIELD = 20;

    private final Look look;

    FilterBar(Look look) {
        this.look = look;
    }

    List<AttributedString> over(List<AttributedString> below, FilterLine filter, Scene scene, Size size) {
        List<AttributedString> bar = lines(filter, scene, size.columns());
        List<AttributedString> covered = new ArrayList<>(below);
        for (int i = 0; i < bar.size(); i++) {
            covered.set(size.rows() - bar.size() + i, bar.get(i));
        }
        return covered;
    }

    private List<AttributedString> lines(FilterLine filter, Scene scene, int columns) {
        String counts = scene.snapshot().isMeasuring() ? "" : FilterMark.counts(scene.listing());
        int room = columns - 2 * MARGIN - PROMPT.length() - counts.length() - 2;
        InputField field = new InputField(
                filter.line(), Math.max(LEAST_FIELD, room), look.glyphs().ascii());
        List<AttributedString> lines = new ArrayList<>();
        lines.add(input(filter, field, counts, columns));
        if (filter.offer().isPresent()) { // a word just put in lacks something mostly, and nobody made a mistake
            lines.add(offer(filter.offer().get(), columns));
        } else {
            filter.mistake().ifPresent(wrong -> lines.addAll(mistake(wrong, field, columns)));
        }
        lines.add(keys(columns));
        return lines;
    }

    private AttributedString input(FilterLine filter, InputField field, String counts, int columns) {
        Theme theme = look.theme();
        Line line = new Line()
                .padTo(MARGIN, theme.plain())
                .add(PROMPT, theme.accent().bold());
        Optional<FilterSyntaxException> wrong = filter.offer().isPresent() ? Optional.empty() : filter.mistake();
        int from = wrong.map(FilterSyntaxException::column).orElse(0);
        int length = wrong.map(FilterSyntaxException::length).orElse(0);
        field.addTo(line, theme.plain(), theme.alarm(), from, from + length);
        return line.padTo(columns - MARGIN - counts.length(), theme.plain())
                .add(counts, theme.strong())
                .build();
    }

    /** Marks at the place, and the sentence behind them; on a line of its own where there is no room for it. */
    private List<AttributedString> mistake(FilterSyntaxException wrong, InputField field, int columns) {
        Theme theme = look.theme();
        int end = Math.min(wrong.column() + wrong.length(), wrong.filter().length());
        int from = field.columnOf(wrong.column());
        int marks = Math.max(1, field.columnOf(end) - from);
        Line line =
                new Line().padTo(MARGIN + PROMPT.length() + from, theme.plain()).add("^".repeat(marks), theme.alarm());
        String sentence = Text.foreign(wrong.sentence(), look.glyphs().ascii());
        if (line.columns() + 1 + Text.width(sentence) <= columns - MARGIN) {
            return List.of(line.add(" " + sentence, theme.plain()).build());
        }
        String cut = Text.cut(sentence, columns - 2 * MARGIN, look.glyphs().ellipsis());
        Line below = new Line().padTo(MARGIN, theme.plain()).add(cut, theme.plain());
        return List.of(line.build(), below.build());
    }

    /** As many as there is room for, the one that is chosen among them. */
    private AttributedString offer(Offer offer, int columns) {
        int first = 0;
        Line line = offer(offer, first, columns);
        while (offer.chosen() > first && !isShown(offer, first, columns)) {
            line = offer(offer, ++first, columns);
        }
        return line.build();
    }

    private boolean isShown(Offer offer, int first, int columns) {
        int used = 2 * MARGIN + PROMPT.length();
        for (int i = first; i <= offer.chosen(); i++) {
            used += Text.width(word(offer, i)) + 2;
        }
        return used <= columns;
    }

    private Line offer(Offer offer, int first, int columns) {
        Theme theme = look.theme();
        Line line = new Line().padTo(MARGIN + PROMPT.length(), theme.plain());
        for (int i = first; i < offer.words().size(); i++) {
            String word = Text.cut(word(offer, i), columns - 8, look.glyphs().ellipsis());
            if (line.columns() + Text.width(word) + 2 > columns - MARGIN) {
                return line.add(look.glyphs().ellipsis(), theme.faint());
            }
            line.add(word, i == offer.chosen() ? theme.selected() : theme.plain())
                    .add("  ", theme.plain());
        }
        return line;
    }

    private String word(Offer offer, int index) {
        return Text.foreign(offer.words().get(index), look.glyphs().ascii());
    }

    private AttributedString keys(int columns) {
        Bar bar = new Bar(2);
        hint(bar, 0, "Enter", "keep");
        hint(bar, 0, "Esc", "clear");
        hint(bar, 1, "Tab", "complete");
        hint(bar, 2, look.glyphs().arrows(), "earlier filters");
        hint(bar, 2, "F1", "help");
        bar.right(3, "process: remote: port: org: >1MB !x a or b", look.theme().faint());
        return bar.fit(columns);
    }

    private void hint(Bar bar, int rank, String key, String meaning) {
        Line line = new Line()
                .add(key, look.theme().accent().bold())
                .add(" " + meaning, look.theme().plain());
        bar.left(rank, line);
    }
}
