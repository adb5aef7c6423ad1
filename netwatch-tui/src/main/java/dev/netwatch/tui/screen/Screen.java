package dev.netwatch.tui.screen;

import dev.netwatch.domain.query.ListLine;
import dev.netwatch.tui.state.Target;
import dev.netwatch.tui.state.UiState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;

/** Draws. The same scene, state and size always give the same lines. */
public final class Screen {
    private final Look look;
    private final Header header;
    private final Overview overview;
    private final Tabs tabs;
    private final MessageLine message;
    private final KeyHints hints;
    private final Overlays overlays;

    public Screen(Look look) {
        this.look = look;
        this.header = new Header(look);
        this.overview = new Overview(look);
        this.tabs = new Tabs(look);
        this.message = new MessageLine(look);
        this.hints = new KeyHints(look);
        this.overlays = new Overlays(look);
    }

    /** How many rows of the table a terminal of this size shows. */
    public static int page(UiState state, Size size) {
        return Geometry.of(size, state).page();
    }

    /** Whether details are shown somewhere. */
    public static boolean showsDetails(UiState state, Size size) {
        Geometry geometry = Geometry.of(size, state);
        return geometry.isWide() || geometry.details().isPresent();
    }

    /** How many lines of the innermost overlay do not fit: as far as it can be scrolled. */
    public int overflow(Scene scene, UiState state, Size size) {
        return overlays.overflow(scene, state, size);
    }

    /**
     * What is in a cell of what {@link #render} drew.
     *
     * @param column 0 at the left
     * @param line 0 at the top
     */
    public Target at(Scene scene, UiState state, Size size, int column, int line) {
        Geometry geometry = Geometry.of(size, state);
        int tabsLine = 1 + geometry.overview();
        int row = line - tabsLine - 2;
        if (!size.holds(Size.MINIMUM)) {
            return new Target.Nothing();
        }
        if (line == tabsLine) {
            return tabs.at(column, scene, state.options(), size.columns())
                    .<Target>map(Target.Tab::new)
                    .orElse(new Target.Nothing());
        }
        if (column >= geometry.tableColumns()) {
            return new Target.Nothing();
        }
        if (row == -1) {
            return new Table(look, geometry.tableColumns(), state.options(), scene)
                    .columnAt(column)
                    .<Target>map(Target.Head::new)
                    .orElse(new Target.Nothing());
        }
        int index = state.cursor().top() + row;
        boolean there = row >= 0
                && row < geometry.page()
                && index < scene.listing().lines().size();
        return there ? new Target.Row(index) : new Target.Nothing();
    }

    /** @return as many lines as the terminal has, none wider than it */
    public List<AttributedString> render(Scene scene, UiState state, Size size) {
        if (!size.holds(Size.MINIMUM)) {
            return TooSmall.lines(size);
        }
        int columns = size.columns();
        Geometry geometry = Geometry.of(size, state);
        List<AttributedString> lines = new ArrayList<>(size.rows());
        lines.add(header.line(scene, state, columns));
        lines.addAll(overview.lines(scene, geometry.overview(), columns));
        lines.add(tabs.line(scene, state.options(), columns));
        lines.addAll(middle(scene, state, geometry));
        lines.add(message.line(scene, state, geometry.page(), columns));
        lines.add(hints.line(scene, state, columns));
        return overlays.over(lines, scene, state, size);
    }

    private List<AttributedString> middle(Scene scene, UiState state, Geometry geometry) {
        List<AttributedString> lines = table(scene, state, geometry);
        if (!geometry.isWide() && geometry.details().isEmpty()) {
            return lines;
        }
        List<AttributedString> pane = new DetailPane(look, scene, geometry).lines(selected(scene, state));
        if (!geometry.isWide()) {
            List<AttributedString> kept = geometry.strip() < geometry.middle() ? lines : lines.subList(0, 1);
            List<AttributedString> both = new ArrayList<>(kept);
            both.addAll(pane);
            return both;
        }
        List<AttributedString> beside = new ArrayList<>(lines.size());
        beside.add(new Line()
                .add(lines.get(0))
                .padTo(geometry.tableColumns(), look.theme().heading())
                .padTo(
                        geometry.tableColumns() + geometry.paneColumns(),
                        look.theme().heading())
                .build());
        for (int i = 1; i < lines.size(); i++) {
            beside.add(new Line()
                    .add(lines.get(i))
                    .padTo(geometry.tableColumns(), look.theme().plain())
                    .add(pane.get(i - 1))
                    .build());
        }
        return beside;
    }

    static Optional<ListLine> selected(Scene scene, UiState state) {
        List<ListLine> lines = scene.listing().lines();
        int index = state.cursor().index();
        return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
    }

    /** The head and a page of rows. */
    private List<AttributedString> table(Scene scene, UiState state, Geometry geometry) {
        int columns = geometry.tableColumns();
        int page = geometry.page();
        Table table = new Table(look, columns, state.options(), scene);
        List<AttributedString> lines = new ArrayList<>();
        lines.add(table.head());
        List<ListLine> rows = scene.listing().lines();
        if (rows.isEmpty()) {
            lines.addAll(new EmptyTable(look).lines(scene, state.options(), page, columns));
        }
        int top = state.cursor().top();
        for (int i = top; i < Math.min(rows.size(), top + page); i++) {
            AttributedString row = table.line(rows.get(i), i == state.cursor().index());
            boolean thumb = rows.size() > page && Thumb.covers(i - top, page, top, rows.size());
            lines.add(thumb ? withThumb(row, columns) : row);
        }
        while (lines.size() < page + 1) {
            lines.add(AttributedString.EMPTY);
        }
        return lines;
    }

    private AttributedString withThumb(AttributedString row, int columns) {
        return new Line()
                .add(row)
                .padTo(columns - 1, look.theme().plain())
                .add(look.glyphs().thumb(), look.theme().accent())
                .build();
    }
}
