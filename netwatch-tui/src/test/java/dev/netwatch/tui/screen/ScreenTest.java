package dev.netwatch.tui.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.query.Grouping;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.domain.query.View;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.input.Action;
import dev.netwatch.tui.state.Column;
import dev.netwatch.tui.state.DetailOverlay;
import dev.netwatch.tui.state.FilterLine;
import dev.netwatch.tui.state.Frame;
import dev.netwatch.tui.state.HelpOverlay;
import dev.netwatch.tui.state.TableOptions;
import dev.netwatch.tui.state.Toast;
import dev.netwatch.tui.state.UiState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScreenTest {
    private static final UiState START = UiState.initial(TableOptions.initial(false, false));
    private static final Size SMALL = new Size(80, 24);

    private final FakeClock clock = new FakeClock();

    private static UiState after(UiState state, Action... actions) {
        UiState now = state;
        for (Action action : actions) {
            now = now.apply(action, new Frame(now.options(), List.of(), 0, 10));
        }
        return now;
    }

    private String text(Snapshot snapshot, UiState state, Size size, String... excluded) {
        Scene scene = Scenes.scene(snapshot, state, clock, excluded);
        return Golden.text(Scenes.draw(Scenes.COLOR, scene, state, size));
    }

    @ParameterizedTest
    @CsvSource({"40,12", "60,15", "80,24", "120,30", "200,50"})
    void looksAsItDidAt(int columns, int rows) {
        Scene scene = Scenes.scene(Scenes.sampled(clock, 3), START, clock);
        Size size = new Size(columns, rows);
        Golden.check("overview-" + size, Scenes.draw(Scenes.COLOR, scene, START, size));
    }

    @Test
    void looksAsItDidWithoutColours() {
        Scene scene = Scenes.scene(Scenes.sampled(clock, 3), START, clock);
        Golden.check("mono-80x24", Scenes.draw(Scenes.MONO, scene, START, SMALL));
    }

    @Test
    void looksAsItDidInAscii() {
        UiState help = after(START, Action.HELP);
        Scene scene = Scenes.scene(Scenes.sampled(clock, 3), START, clock);
        List<AttributedString> table = Scenes.draw(Scenes.ASCII, scene, START, new Size(120, 30));
        Golden.check("ascii-120x30", table);
        Golden.check("ascii-help-80x24", Scenes.draw(Scenes.ASCII, scene, help, SMALL));
        String text = Golden.text(table);
        assertTrue(text.chars().allMatch(unit -> unit < 0x7f), text);
    }

    @Test
    void looksAsItDidBeforeTheFirstSample() {
        Scene scene = Scenes.scene(Snapshot.MEASURING, START, clock);
        Golden.check("measuring-80x24", Scenes.draw(Scenes.COLOR, scene, START, SMALL));
    }

    @Test
    void looksAsItDidPausedInRatesWithExclusions() {
        UiState state = after(START, Action.PAUSE, Action.RATE, Action.SORT, Action.FILTER, Action.FILTER)
                .saying(new Toast("excluded curl — X shows all again", Long.MAX_VALUE));
        Scene scene = Scenes.scene(Scenes.sampled(clock, 3), state, clock, "curl");
        Golden.check("paused-80x24", Scenes.draw(Scenes.COLOR, scene, state, SMALL));
    }

    @Test
    void looksAsItDidWithHelp() {
        UiState help = after(START, Action.HELP);
        Scene scene = Scenes.scene(Scenes.sampled(clock, 3), help, clock);
        Golden.check("help-80x24", Scenes.draw(Scenes.COLOR, scene, help, SMALL));
        Golden.check("help-60x15", Scenes.draw(Scenes.COLOR, scene, help, Size.MINIMUM));
    }

    @ParameterizedTest
    @CsvSource({"60,15", "80,24", "120,30", "200,50"})
    void looksAsItDidWithDetails(int columns, int rows) {
        Size size = new Size(columns, rows);
        Scene scene = Scenes.scene(Scenes.sampled(clock, 3), START, clock);
        List<TrafficRow> all = scene.listing().result().rows();
        UiState details =
                START.apply(Action.DOWN, new Frame(START.options(), all, 0, 9)).opened(DetailOverlay.OPENED);
        Golden.check("details-" + size, Scenes.draw(Scenes.COLOR, scene, details, size));
        UiState whole = details.replaced(0, Optional.of(new DetailOverlay(0, true)));
        if (columns == 80) {
            Golden.check("details-whole-" + size, Scenes.draw(Scenes.COLOR, scene, whole, size));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void looksAsItDidInGroups(Grouping grouping) {
        UiState state = START.with(START.options().grouped(grouping));
        String name = grouping.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Scene scene = Scenes.scene(Scenes.sampled(clock, 3), state, clock);
        Golden.check("groups-" + name + "-80x24", Scenes.draw(Scenes.COLOR, scene, state, SMALL));
        if (grouping == Grouping.PROCESS) {
            Frame frame = new Frame(
                    state.options(),
                    scene.listing().result().rows(),
                    scene.listing().lines(),
                    3,
                    9,
                    0);
            UiState open = state.apply(Action.EXPAND, frame);
            Scene opened = Scenes.scene(Scenes.sampled(new FakeClock(), 40), open, clock);
            Golden.check("groups-open-120x30", Scenes.draw(Scenes.COLOR, opened, open, new Size(120, 30)));
            Golden.check("groups-ascii-60x15", Scenes.draw(Scenes.ASCII, opened, open, Size.MINIMUM));
        }
    }

    @ParameterizedTest
    @CsvSource({"60,15", "80,24", "120,30", "160,40", "200,50"})
    void looksAsItDidAfterAWhile(int columns, int rows) {
        Scene scene = Scenes.scene(Scenes.sampled(clock, 90), START, clock);
        Size size = new Size(columns, rows);
        Golden.check("busy-" + size, Scenes.draw(Scenes.COLOR, scene, START, size));
        if (columns == 200) {
            Golden.check("busy-ascii-" + size, Scenes.draw(Scenes.ASCII, scene, START, size));
            Golden.check("busy-mono-" + size, Scenes.draw(Scenes.MONO, scene, START, size));
        }
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void looksAsItDidInEveryView(View view) {
        UiState state = START.with(START.options().viewed(view));
        Scene scene = Scenes.scene(Scenes.sampled(clock, 3), state, clock);
        Golden.check(
                "view-" + view.name().toLowerCase(Locale.ROOT) + "-80x24",
                Scenes.draw(Scenes.COLOR, scene, state, SMALL));
    }

    @Test
    void looksAsItDidWhenTheSourceFails() {
        SampleTraffic traffic = new SampleTraffic(clock);
        traffic.tick();
        traffic.table().fail("inet-diag: the kernel answered EPERM; run with sudo, or use --source procfs");
        Snapshot failed = traffic.tick();
        Golden.check("failed-80x24", Scenes.draw(Scenes.COLOR, Scenes.scene(failed, START, clock), START, SMALL));
        assertTrue(text(failed, START, SMALL).contains("failed, data 2s old"));
    }

    @Test
    void samplesThatStayAwayAreTold() {
        Snapshot snapshot = Scenes.sampled(clock, 3);
        assertTrue(head(snapshot, 6, START).contains("every 2s"), "three intervals may pass");
        String old = head(snapshot, 12, START);
        assertTrue(old.contains("data 12s old"), old);
        assertFalse(old.contains("every 2s"), old);
        assertTrue(head(snapshot, 12, after(START, Action.PAUSE)).contains("PAUSED"));
        assertTrue(head(Snapshot.MEASURING, 12, START).contains("measuring"));
    }

    private String head(Snapshot snapshot, int seconds, UiState state) {
        Scene scene = Scenes.scene(snapshot, Duration.ofSeconds(seconds), state, clock);
        return Golden.text(Scenes.draw(Scenes.COLOR, scene, state, SMALL).subList(0, 1));
    }

    @Test
    void anEmptyTableSaysWhichKeyShowsSomething() {
        Connections table = new Connections(clock);
        for (int i = 0; i < 37; i++) {
            table.tcp("postgres", 9).from("127.0.0.1", 5432).to("127.0.0.1", 40_000 + i);
        }
        table.tcp("curl", 10).to("192.0.2.1", 443);
        Snapshot snapshot = table.tick();
        Scene scene = Scenes.scene(snapshot, START, clock, "curl");
        Golden.check("empty-80x24", Scenes.draw(Scenes.COLOR, scene, START, SMALL));
        String text = text(snapshot, START, SMALL, "curl");
        assertTrue(text.contains("37 loopback connections hidden — l shows them"), text);
        assertTrue(text.contains("1 connection of excluded processes hidden — X shows it"), text);
    }

    @Test
    void anEmptyViewSaysWhatIsMissingFromIt() {
        Connections table = new Connections(clock);
        table.tcp("curl", 10).to("192.0.2.1", 443);
        Snapshot snapshot = table.tick();
        UiState listening = after(START, Action.VIEW_LISTENING);
        String text = text(snapshot, listening, SMALL);
        assertTrue(text.contains("nothing waits for peers now"), text);
        assertTrue(text.contains("1 row in all — 1 shows it"), text);
        assertFalse(text.contains("on eth0"), text);
        assertTrue(
                text(snapshot, after(START, Action.VIEW_CLOSED), SMALL).contains("no connections have closed so far"));
    }

    @Test
    void everyKeyThatWorksIsInTheHelp() {
        UiState help = after(START, Action.HELP);
        Size high = new Size(100, 60);
        String text = text(Scenes.sampled(clock, 2), help, high);
        for (Action action : Action.bindable()) {
            for (String key :
                    Scenes.COLOR.keys().keysOf(action).stream().limit(1).toList()) {
                boolean view = action.name().startsWith("VIEW_");
                assertTrue(view || text.matches("(?s).*┃.*[ ]" + Pattern.quote(key) + "[ ].*"), key + " in " + text);
            }
        }
        assertTrue(text.contains("1 to 5"), text);
    }

    @Test
    void everyLineOfTheHelpCanBeReached() {
        UiState help = after(START, Action.HELP);
        Scene scene = Scenes.scene(Scenes.sampled(clock, 2), help, clock);
        Screen screen = new Screen(Scenes.COLOR);
        int overflow = screen.overflow(scene, help, Size.MINIMUM);
        UiState end = START.opened(new HelpOverlay(overflow));
        String first = Golden.text(Scenes.draw(Scenes.COLOR, scene, help, Size.MINIMUM));
        String last = Golden.text(Scenes.draw(Scenes.COLOR, scene, end, Size.MINIMUM));
        assertTrue(first.contains("scroll: 1–13 of " + (13 + overflow)), first);
        assertTrue(last.contains("steps of 1024"), last);
    }

    @ParameterizedTest
    @CsvSource({"60,15", "80,24"})
    void theHelpIsAboutWhatIsOpen(int columns, int rows) {
        Size size = new Size(columns, rows);
        Scene scene = Scenes.scene(Scenes.sampled(clock, 3), START, clock);
        UiState details = START.opened(DetailOverlay.OPENED).opened(HelpOverlay.OPENED);
        Golden.check("help-details-" + size, Scenes.draw(Scenes.COLOR, scene, details, size));
        UiState filter =
                START.opened(FilterLine.on(START.options().filter(), List.of())).opened(HelpOverlay.OPENED);
        Golden.check("help-filter-" + size, Scenes.draw(Scenes.COLOR, scene, filter, size));
    }

    @Test
    void aClosedRowSaysSinceWhenAndStandsBelowTheLiveOnes() {
        Connections table = new Connections(clock);
        table.tcp("small", 1).to("192.0.2.1", 443).bytes(1, 1);
        var gone = table.tcp("gone", 2).to("192.0.2.2", 443).bytes(1 << 20, 1 << 20);
        table.tick();
        gone.close();
        Snapshot snapshot = table.tick();
        clock.advance(Duration.ofSeconds(38));
        String text = text(snapshot, START, new Size(120, 30));
        assertTrue(text.matches("(?s).*192\\.0\\.2\\.2 +closed 38s .*"), text);
        assertTrue(text.indexOf("small") < text.indexOf("gone"), text);
    }

    @Test
    void aSourceThatCountsNothingSaysSo() {
        Connections table =
                new Connections(clock, "procfs", Set.of(Capability.OWNERS), List.of(Notice.warning("no-diag", "why")));
        table.tcp("curl", 1).to("192.0.2.1", 443);
        String text = text(table.tick(), START, SMALL);
        assertTrue(text.contains("procfs · byte counts not available"), text);
        assertTrue(text.contains("! why"), text);
        assertFalse(text.contains("0 B"), "nothing was counted, so nothing is 0: " + text);
    }

    @Test
    void helpAndQuitAreNeverCut() {
        for (int columns = Size.MINIMUM.columns(); columns < 240; columns++) {
            Size size = new Size(columns, 24);
            String[] lines = text(Scenes.sampled(clock, 2), START, size, "java").split("\n");
            assertTrue(lines[23].endsWith("? help  q quit"), lines[23]);
        }
    }

    @Test
    void columnsLeaveInAFixedOrderAndNeverComeBack() {
        Set<Column> before = Layout.of(400, List.of(Column.values())).widths().keySet();
        for (int columns = 399; columns >= Size.MINIMUM.columns(); columns--) {
            Layout layout = Layout.of(columns, List.of(Column.values()));
            assertTrue(before.containsAll(layout.widths().keySet()), columns + ": " + layout.widths());
            assertTrue(layout.total() <= columns, columns + ": " + layout.widths());
            before = layout.widths().keySet();
        }
        assertEquals(
                Set.of(Column.PROCESS, Column.REMOTE, Column.RECEIVED, Column.SENT, Column.TOTAL),
                Layout.of(60, List.of(Column.values())).widths().keySet());
        assertTrue(Layout.of(80, List.of(Column.values()))
                .widths()
                .keySet()
                .containsAll(Set.of(Column.PROCESS, Column.REMOTE, Column.PORT, Column.RECEIVED, Column.SENT)));
    }

    @Test
    void columnsStandAsTheUserWantsThem() {
        List<Column> wanted = List.of(Column.REMOTE, Column.RTT, Column.PROCESS, Column.TOTAL);
        for (int columns = 80; columns < 200; columns++) {
            Layout layout = Layout.of(columns, wanted);
            assertEquals(wanted, List.copyOf(layout.widths().keySet()));
            assertTrue(layout.total() <= columns, columns + ": " + layout.widths());
        }
        TableOptions options = TableOptions.DEFAULT.showing(wanted);
        String head = text(Scenes.sampled(clock, 2), START.with(options), SMALL).split("\n")[3];
        assertTrue(head.matches(" +REMOTE HOST +RTT +PROCESS +TOTAL▼? *"), head);
        assertEquals(
                List.of(Column.PID),
                TableOptions.DEFAULT
                        .showing(List.of(Column.PID))
                        .withToggled(Column.PID)
                        .columns());
        assertEquals(
                options.columns(),
                options.withToggled(Column.PID).withToggled(Column.PID).columns());
    }

    @Test
    void noLineIsWiderThanTheTerminalAndAllAreThere() {
        Scene scene = Scenes.scene(Scenes.sampled(clock, 3), START, clock);
        for (UiState state : List.of(START, after(START, Action.HELP), after(START, Action.RATE, Action.PAUSE))) {
            for (int columns = 1; columns < 260; columns += columns < 130 ? 1 : 7) {
                for (int rows : new int[] {1, 14, 15, 20}) {
                    Size size = new Size(columns, rows);
                    List<AttributedString> lines = Scenes.draw(Scenes.COLOR, scene, state, size);
                    assertEquals(rows, lines.size(), size::toString);
                    for (AttributedString line : lines) {
                        assertTrue(line.columnLength() <= columns, size + ": " + line);
                    }
                }
            }
        }
    }

    @Test
    void whatOthersWroteCannotDriveTheTerminal() {
        Connections table = new Connections(clock);
        String evil = "\033[2J\033]0;title\007\u009b31m\u202egnp.exe\u200d\ufe0f\u2066\t\n\rx\u007f";
        table.tcp(evil, 1).to("192.0.2.1", 443).named(evil).seen(1);
        table.tcp("y", 2).to("192.0.2.2", 443).heldBy(evil);
        Snapshot snapshot = table.tick();
        Scene scene = Scenes.scene(snapshot, START.saying(new Toast(evil, Long.MAX_VALUE)), clock);
        for (AttributedString line : Scenes.draw(Scenes.COLOR, scene, START, new Size(200, 50))) {
            line.toString()
                    .codePoints()
                    .forEach(point -> assertFalse(
                            Character.getType(point) == Character.CONTROL
                                    || Character.getType(point) == Character.FORMAT
                                    || point == 0xfe0f,
                            () -> Integer.toHexString(point) + " in " + line));
        }
    }

    @Test
    void whatWaitsForPeersIsShownToThoseWhoChoseItAtTheStart() {
        Snapshot snapshot = Scenes.sampled(clock, 1);
        UiState everything = UiState.initial(TableOptions.initial(true, true));
        int open = snapshot.tracking().open().size();
        assertEquals(
                open,
                Scenes.scene(snapshot, everything, clock).listing().result().connections());
        UiState withoutWaiting = UiState.initial(TableOptions.initial(true, false));
        long waiting = snapshot.tracking().open().stream()
                .filter(connection -> connection.direction() == Direction.LISTENING)
                .count();
        assertTrue(waiting > 0, "the sample traffic has something that waits");
        assertEquals(
                open - waiting,
                Scenes.scene(snapshot, withoutWaiting, clock).listing().result().connections());
    }
}
