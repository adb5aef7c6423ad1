package dev.netwatch.tui.screen;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.tui.state.UiState;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/* The line between table and footer: the answer to a key, else what the user should know, and where in the table we are. */
final class MessageLine {
    private final Look look;

    MessageLine(Look look) {
        this.look = look;
    }

    AttributedString line(Scene scene, UiState state, int page, int columns) {
        Bar bar = new Bar(2);
        String counts = state.options().isFiltered() ? FilterMark.counts(scene.listing()) : "";
        String rows = place(scene.listing().lines().size(), state.cursor().top(), page);
        String place = counts + (counts.isEmpty() || rows.isEmpty() ? "" : "  ") + rows;
        int room = columns - 2 - (place.isEmpty() ? 0 : place.length() + 2);
        bar.left(0, message(scene, state, room));
        if (!place.isEmpty()) {
            bar.right(1, place, look.theme().faint());
        }
        return bar.fit(columns);
    }

    private Line message(Scene scene, UiState state, int room) {
        if (state.toast().isPresent()) {
            return said(state.toast().get().text(), look.theme().accent(), "", room);
        }
        if (scene.notices().isEmpty()) {
            return new Line();
        }
        Notice notice = scene.notices().get(0);
        int more = scene.notices().size() - 1;
        String others = more == 0 ? "" : " (+" + more + ")";
        AttributedStyle style = switch (notice.severity()) {
            case ERROR -> look.theme().alarm();
            case WARNING -> look.theme().strong();
            case INFO -> look.theme().faint();
        };
        String mark = notice.severity() == Notice.Severity.INFO ? "" : "! ";
        return said(mark + notice.sentence(), style, others, room);
    }

    private Line said(String sentence, AttributedStyle style, String others, int room) {
        String clean = Text.foreign(sentence, look.glyphs().ascii());
        String cut = Text.cut(
                clean, Math.max(1, room - others.length()), look.glyphs().ellipsis());
        return new Line().add(cut, style).add(others, look.theme().faint());
    }

    private String place(int rows, int top, int page) {
        if (rows <= page) {
            return "";
        }
        return (top + 1) + look.glyphs().range() + Math.min(rows, top + page) + " of " + rows;
    }
}
