package dev.netwatch.tui.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.query.View;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.input.Action;
import dev.netwatch.tui.state.Column;
import dev.netwatch.tui.state.Effect;
import dev.netwatch.tui.state.Frame;
import dev.netwatch.tui.state.LogOverlay;
import dev.netwatch.tui.state.NoticeLog;
import dev.netwatch.tui.state.Overlay;
import dev.netwatch.tui.state.Pickers;
import dev.netwatch.tui.state.Preferences;
import dev.netwatch.tui.state.Question;
import dev.netwatch.tui.state.SettingsOverlay;
import dev.netwatch.tui.state.TableKeys;
import dev.netwatch.tui.state.TableOptions;
import dev.netwatch.tui.state.Target;
import dev.netwatch.tui.state.ThemeName;
import dev.netwatch.tui.state.UiState;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayScreensTest {
    private static final UiState START = UiState.initial(TableOptions.DEFAULT);

    private final FakeClock clock = new FakeClock();
    private final Snapshot snapshot = Scenes.sampled(clock, 3);
    private final Scene scene = Scenes.scene(snapshot, START, clock);

    /** The screen with what the key of the table opens. */
    private List<AttributedString> opened(Look look, Action action, Size size) {
        Frame frame = new Frame(TableOptions.DEFAULT, scene.listing().result().rows(), 0, 10);
        Effect.Open open = (Effect.Open) TableKeys.effects(action, frame).get(0);
        return drawn(look, open.overlay(), size);
    }

    private List<AttributedString> drawn(Look look, Overlay overlay, Size size) {
        List<AttributedString> lines = Scenes.draw(look, scene, START.opened(overlay), size);
        lines.forEach(line -> assertTrue(line.columnLength() <= size.columns(), line.toString()));
        assertEquals(size.rows(), lines.size());
        return lines;
    }

    @ParameterizedTest
    @CsvSource({"60,15", "80,24", "120,30"})
    void looksAsItDidAt(int columns, int rows) {
        Size size = new Size(columns, rows);
        Golden.check("sort-" + size, opened(Scenes.COLOR, Action.SORT_BY, size));
        Golden.check("columns-" + size, opened(Scenes.COLOR, Action.COLUMNS, size));
        Golden.check("copy-" + size, opened(Scenes.COLOR, Action.COPY, size));
        Golden.check("theme-picker-" + size, drawn(Scenes.COLOR, Pickers.theme(Preferences.DEFAULT), size));
        Preferences chosen = Preferences.DEFAULT.withTheme(ThemeName.LIGHT);
        Golden.check(
                "settings-" + size,
                drawn(Scenes.COLOR, new SettingsOverlay(chosen, Preferences.DEFAULT, TableOptions.DEFAULT, 1), size));
        Golden.check("log-" + size, drawn(Scenes.COLOR, new LogOverlay(log(), 0), size));
        Question question =
                new Question("overwrite /home/ada/" + "long/".repeat(20) + "export.json?", new Effect.Undo());
        Golden.check("question-" + size, drawn(Scenes.COLOR, question, size));
    }

    private NoticeLog log() {
        NoticeLog log = NoticeLog.EMPTY.told(
                List.of(Notice.info("one", "4 sockets belong to others; sudo shows whose they are")), clock.now());
        for (int i = 0; i < 12; i++) {
            Notice notice = i % 2 == 0
                    ? Notice.warning("w" + i, "whois timed out for 2 addresses; it is asked again in a minute")
                    : Notice.error(
                            "e" + i,
                            "history: disk full \033[2J; nothing is remembered until there is room "
                                    + "again, which netwatch looks for every minute");
            log = log.told(List.of(notice), clock.now().plusSeconds(i));
        }
        return log;
    }

    @Test
    void everyLineOfALongLogCanBeReached() {
        Size size = new Size(60, 15);
        int overflow = new Screen(Scenes.COLOR).overflow(scene, START.opened(new LogOverlay(log(), 0)), size);
        String end = Golden.text(drawn(Scenes.COLOR, new LogOverlay(log(), overflow), size));
        assertTrue(end.contains("4 sockets belong"), end);
    }

    @Test
    void inAsciiThereIsNothingElse() {
        for (Action action : List.of(Action.SORT_BY, Action.COLUMNS, Action.COPY)) {
            String text = Golden.text(opened(Scenes.ASCII, action, new Size(80, 24)));
            assertTrue(text.chars().allMatch(unit -> unit < 0x7f), text);
        }
    }

    @ParameterizedTest
    @CsvSource({"60,15", "80,24", "120,30", "200,50"})
    void aClickHitsWhatIsDrawnThere(int columns, int rows) {
        Size size = new Size(columns, rows);
        Screen screen = new Screen(Scenes.COLOR);
        UiState state = START.settled(scene.listing().lines(), Screen.page(START, size));
        List<AttributedString> lines = screen.render(scene, state, size);
        int hits = 0;
        for (int y = 0; y < rows; y++) {
            String line = lines.get(y).toString();
            for (int x = 0; x < line.length(); x++) {
                Target target = screen.at(scene, state, size, x, y);
                if (target instanceof Target.Row row) {
                    String process = scene.listing()
                            .result()
                            .rows()
                            .get(row.index())
                            .process()
                            .orElse("?");
                    assertTrue(
                            line.contains(Text.foreign(process, false).substring(0, 1)), line + " is not " + process);
                    hits++;
                } else if (target instanceof Target.Head head) {
                    assertTrue(
                            line.contains(
                                    head.column().title(state.options().rates()).substring(0, 2)),
                            line);
                    hits++;
                } else if (target instanceof Target.Tab tab && tab.view() == View.NEW) {
                    assertTrue(line.indexOf("New") - 2 <= x && x < line.indexOf("New") + 6, x + ": " + line);
                    hits++;
                }
            }
        }
        assertTrue(hits > 100, "hits " + hits);
    }

    @Test
    void aClickDoesWhatTheKeysDo() {
        Frame frame = new Frame(TableOptions.DEFAULT, scene.listing().result().rows(), 0, 10);
        UiState settled = START.settled(frame.lines(), 10);
        assertEquals(3, new Target.Row(3).clicked(settled, frame).cursor().index());
        assertEquals(
                View.CLOSED,
                new Target.Tab(View.CLOSED).clicked(settled, frame).options().view());
        UiState sorted = new Target.Head(Column.PROCESS).clicked(settled, frame);
        assertEquals(Column.PROCESS.sortKey(), sorted.options().order().key());
        assertEquals(
                !sorted.options().order().descending(),
                new Target.Head(Column.PROCESS)
                        .clicked(sorted, frame)
                        .options()
                        .order()
                        .descending());
        assertEquals(settled, new Target.Nothing().clicked(settled, frame));
    }
}
