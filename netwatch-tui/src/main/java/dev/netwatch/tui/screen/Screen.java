package dev.netwatch.tui.screen;

import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.tui.state.UiState;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Draws. The same scene, state and size always give the same lines. */
public final class Screen {
    private static final int HEADER = 2;
    private static final int HEAD = 1;
    private static final int FOOTER = 2;
    /** From this height on the message line has a place of its own; below, it stands in for the footer's first line. */
    private static final int ROOMY = 20;

    private final Look look;
    private final Header header;
    private final Footer footer;
    private final MessageLine message;
    private final Overlays overlays;

    public Screen(Look look) {
        this.look = look;
        this.header = new Header(look);
        this.footer = new Footer(look);
        this.message = new MessageLine(look);
        this.overlays = new Overlays(look);
    }

    /** How many rows of the table a terminal of this size shows. */
    public static int page(Size size) {
        return Math.max(1, size.rows() - HEADER - HEAD - FOOTER - (size.rows() >= ROOMY ? 1 : 0));
    }

    /** @return as many lines as the terminal has, none wider than it */
    public List<AttributedString> render(Scene scene, UiState state, Size size) {
        if (!size.holds(Size.MINIMUM)) {
            return tooSmall(size);
        }
        List<AttributedString> lines = new ArrayList<>(size.rows());
        lines.addAll(header.lines(scene, state, size.columns()));
        table(lines, scene, state, size);
        lines.addAll(bottom(scene, state, size));
        return overlays.over(lines, scene, state, size);
    }

    private void table(List<AttributedString> lines, Scene scene, UiState state, Size size) {
        int columns = size.columns();
        int page = page(size);
        int end = lines.size() + HEAD + page;
        Table table = new Table(look, Layout.of(columns), state.options().order(), scene.now());
        lines.add(table.head(columns));
        List<TrafficRow> rows = scene.listing().result().rows();
        if (rows.isEmpty()) {
            lines.addAll(new EmptyTable(look).lines(scene, state.options(), page, columns));
        }
        int top = state.cursor().top();
        for (int i = top; i < Math.min(rows.size(), top + page); i++) {
            lines.add(table.row(rows.get(i), i == state.cursor().index(), columns));
        }
        while (lines.size() < end) {
            lines.add(AttributedString.EMPTY);
        }
    }

    private List<AttributedString> bottom(Scene scene, UiState state, Size size) {
        List<AttributedString> lines = new ArrayList<>(footer.lines(scene, state, size.columns()));
        AttributedString said = message.line(scene, state, page(size), size.columns());
        if (size.rows() >= ROOMY) {
            lines.add(0, said);
        } else if (message.speaks(scene, state)) {
            lines.set(0, said);
        }
        return lines;
    }

    private List<AttributedString> tooSmall(Size size) {
        String[] words = ("netwatch needs " + Size.MINIMUM + ", this terminal is " + size).split(" ");
        List<AttributedString> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            if (line.length() > 0 && line.length() + 1 + word.length() > size.columns()) {
                lines.add(new AttributedString(line));
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(Text.cut(word, size.columns(), ""));
        }
        lines.add(new AttributedString(line));
        while (lines.size() < size.rows()) {
            lines.add(AttributedString.EMPTY);
        }
        return new ArrayList<>(lines.subList(0, Math.max(0, size.rows())));
    }
}
