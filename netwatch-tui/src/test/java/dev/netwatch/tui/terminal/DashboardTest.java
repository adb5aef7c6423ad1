package dev.netwatch.tui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.query.Filter;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.screen.Glyphs;
import dev.netwatch.tui.screen.Look;
import dev.netwatch.tui.screen.SampleTraffic;
import dev.netwatch.tui.screen.Size;
import dev.netwatch.tui.screen.Theme;
import dev.netwatch.tui.state.Preferences;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.terminal.Attributes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DashboardTest {
    private static final Size SIZE = new Size(80, 24);
    private static final Map<String, String> UTF_8 = Map.of("LANG", "en_US.UTF-8");

    private final FakeClock clock = new FakeClock();
    private final FakeDashboardModel model = new FakeDashboardModel();
    private final AtomicReference<Throwable> thrown = new AtomicReference<>();
    private VirtualTerminal terminal;
    private Attributes before;
    private Thread dashboard;

    @BeforeEach
    void begin() throws IOException {
        terminal = new VirtualTerminal(SIZE);
        before = terminal.attributes();
        start(model);
        terminal.await("measuring");
    }

    private void start(DashboardModel shown) {
        dashboard = new Thread(() -> run(shown), "dashboard");
        dashboard.start();
    }

    private void run(DashboardModel shown) {
        try (TerminalSession session = TerminalSession.on(terminal.terminal())) {
            Dashboard.run(session, settings(ColorMode.AUTO), shown, UTF_8);
        } catch (UnsuitableTerminal | InterruptedException | RuntimeException e) {
            thrown.set(e);
        }
    }

    private DashboardSettings settings(ColorMode color) {
        return new DashboardSettings(
                "eth0",
                Optional.empty(),
                Filter.ALL,
                false,
                false,
                Duration.ofSeconds(2),
                false,
                color,
                Preferences.DEFAULT,
                clock);
    }

    @AfterEach
    void end() throws InterruptedException {
        if (dashboard.isAlive()) {
            terminal.type("\003");
        }
        VirtualTerminal.join(dashboard);
    }

    private Snapshot sample() {
        return new SampleTraffic(clock).tick();
    }

    @Test
    void keysAreAnsweredWhileTheSamplerHangs() {
        terminal.type("s");
        terminal.await("sort process▲");
        terminal.type("d");
        terminal.await(text -> !text.contains("IN/s"));
        terminal.type("?");
        terminal.await("any key closes");
        terminal.type("\033");
        terminal.await(text -> !text.contains("any key closes"));
        terminal.type("p");
        terminal.await("PAUSED");
    }

    @Test
    void dataShowAsSoonAsTheyAreThere() {
        model.show(sample());
        String text = terminal.await("mirror.example.org");
        assertFalse(text.contains("measuring"), text);
    }

    @Test
    void thePictureStandsStillWhilePaused() {
        Connections table = new Connections(clock);
        table.tcp("alpha", 1).to("192.0.2.1", 443);
        model.show(table.tick());
        terminal.await("alpha");
        terminal.type("p");
        terminal.await("PAUSED");
        table.tcp("omega", 2).to("192.0.2.2", 443);
        model.show(table.tick());
        terminal.type("d");
        assertFalse(terminal.await(text -> !text.contains("IN/s")).contains("omega"));
        terminal.type("p");
        terminal.await("omega");
    }

    @Test
    void excludeHidesTheSelectedProcessAndNamesIt() {
        model.show(sample());
        terminal.await("mirror.example.org");
        terminal.type("\033OB");
        terminal.type("\033[B");
        terminal.type("x");
        terminal.await("excluded curl — u undoes it, X shows all again");
        terminal.await(text -> !text.contains("mirror.example.org"));
        terminal.type("X");
        terminal.await("1 process is excluded");
        terminal.type("y");
        terminal.await("1 no longer excluded");
        terminal.await("mirror.example.org");
    }

    @Test
    void whatTheConfigurationExcludesStays() {
        model.exclude("configured");
        terminal.type("Xy");
        terminal.await("1 stay");
    }

    @Test
    void aKeyThatClosesTheHelpExcludesNothing() {
        model.show(sample());
        terminal.await("mirror.example.org");
        terminal.type("j?");
        terminal.await("any key closes");
        terminal.type("x");
        terminal.await(text -> !text.contains("any key closes"));
        assertTrue(model.exclusions().isEmpty());
    }

    @Test
    void aFilterWorksWhileItIsTyped() {
        model.show(sample());
        terminal.await("mirror.example.org");
        terminal.type("/proc");
        terminal.type("\t\033[200~cu\033[201~");
        terminal.await(text -> text.contains("/ process:cu") && !text.contains("firefox"));
        terminal.type("\t(");
        String mistaken = terminal.await("/ process:curl(");
        assertTrue(mistaken.contains("mirror.example.org") && mistaken.contains("^"), mistaken);
        terminal.type("\177\r");
        terminal.await(text -> text.contains("1 of 12 rows") && !text.contains("Enter keep"));
        assertEquals(java.util.List.of("process:curl"), model.pastFilters());
        terminal.type("/\025\033[A");
        terminal.await("/ process:curl");
        terminal.type("\033");
        terminal.await(text -> text.contains("firefox") && !text.contains("Enter keep"));
    }

    @Test
    void escapeClearsTheFilterBeforeItQuits() throws InterruptedException {
        model.show(sample());
        terminal.await("mirror.example.org");
        terminal.type("/curl\r");
        terminal.await(text -> text.contains("1 of") && !text.contains("Enter keep"));
        terminal.type("\033");
        terminal.await("firefox");
        terminal.type("\033");
        VirtualTerminal.join(dashboard);
    }

    @Test
    void whatWasExcludedComesBack() {
        model.show(sample());
        terminal.await("mirror.example.org");
        terminal.type("/curl\rx");
        terminal.await("excluded curl");
        terminal.type("u");
        terminal.await("curl is shown again");
        terminal.await("mirror.example.org");
        terminal.type("xXn");
        terminal.await(text -> text.contains("excluded curl") && !text.contains("sure?"));
        assertEquals(1, model.exclusions().size());
        terminal.type("Xy");
        terminal.await("1 no longer excluded");
        terminal.type("u");
        terminal.await("1 excluded again");
        assertEquals(1, model.exclusions().size());
        terminal.type("uu");
        terminal.await("nothing to undo");
        assertTrue(model.exclusions().isEmpty());
    }

    @Test
    void aPeerIsMarkedAsKnownAndThatIsUndone() {
        model.show(sample());
        terminal.await("mirror.example.org");
        terminal.type("/curl\rn");
        terminal.await("marked mirror.example.org as known");
        assertEquals(
                java.util.List.of("151.101.2.132"),
                model.marked().stream().map(peer -> peer.remote().toString()).toList());
        terminal.type("u");
        terminal.await("mirror.example.org is not marked any more");
        assertTrue(model.marked().isEmpty());
    }

    @Test
    void aKnownPeerIsNotMarkedAgain() {
        model.show(sample());
        terminal.await("mirror.example.org");
        terminal.type("/java\rn");
        terminal.await("is known already");
        assertTrue(model.marked().isEmpty());
    }

    @Test
    void whatIsShownIsExported() {
        model.show(sample());
        terminal.await("mirror.example.org");
        terminal.type("/curl\re");
        terminal.await("export these rows as");
        terminal.type("nd\r");
        terminal.await("exported 1 rows as ndjson");
    }

    @Test
    void aGroupTellsHowManyRowsGo() {
        model.show(sample());
        terminal.await("mirror.example.org");
        terminal.type("/firefox\ra");
        terminal.await("by process");
        terminal.type("n");
        terminal.await("a group has many peers");
        terminal.type("x");
        terminal.await("excluded firefox, 2 rows");
    }

    @Test
    void theHistoryOfAPeerTakesThePlaceOfTheTable() {
        model.show(sample());
        terminal.await("mirror.example.org");
        terminal.type("/curl\rh");
        terminal.await(text -> text.contains("no earlier run saw it") && text.contains("Esc smaller"));
        terminal.type("\033");
        terminal.await("Enter larger");
        terminal.type("h");
        terminal.await("Esc smaller");
        terminal.type("\033");
        terminal.await("Enter larger");
        terminal.type("\033");
        terminal.await(text -> !text.contains("Esc close"));
    }

    @Test
    void aRowIsCopiedByTheTerminal() {
        model.show(sample());
        terminal.await("mirror.example.org");
        terminal.type("/curl\rc");
        terminal.await("remote address and port");
        terminal.type("process\r");
        terminal.await("asked the terminal to copy the process (OSC 52)");
        assertTrue(terminal.sent().contains("\033]52;c;Y3VybA==\007"));
    }

    @Test
    void settingsTakeEffectAndAreSaved() {
        model.show(sample());
        terminal.await("mirror.example.org");
        terminal.type(",");
        terminal.await("as in config.yaml");
        terminal.type("\033[B\r");
        terminal.await(text -> text.contains("1000 (kB, MB)") && text.contains("for this run only"));
        terminal.type("s");
        terminal.await("saved in memory");
        assertEquals(1000, model.saved().orElseThrow().units().base());
    }

    @Test
    void themesAndOrdersArePickedFromLists() {
        model.show(sample());
        terminal.await("mirror.example.org");
        terminal.type("tlight");
        terminal.await("dark inks on a light background");
        terminal.type("\r");
        terminal.await(text -> !text.contains("type to narrow") && !text.contains("light background"));
        assertTrue(terminal.sent().contains("48;5;") || terminal.sent().contains("38;5;"), "256 colours");
        terminal.type("oorg\r");
        terminal.await("sort organisation");
        terminal.type("vport\r");
        terminal.await("[ ] port");
        terminal.type("\033");
        terminal.await(text -> !text.contains("[ ]") && text.contains("PID"));
    }

    @Test
    void theMouseWorksOnlyWhenAskedFor() throws InterruptedException {
        model.show(sample());
        String before = terminal.await("mirror.example.org");
        terminal.type("\033[<0;6;4M");
        terminal.type("m");
        terminal.await("the mouse clicks and scrolls");
        assertTrue(terminal.sent().contains("\033[?1000h\033[?1006h"));
        int heading = (int)
                before.lines().takeWhile(line -> !line.contains("PROCESS")).count();
        terminal.type("\033[<0;6;" + (heading + 1) + "M");
        terminal.await("sort process");
        terminal.type("\033[<65;6;8M");
        terminal.await(
                text -> text.lines().skip(heading + 4).findFirst().orElseThrow().startsWith("▌"));
        terminal.type("\033[<0;6;" + (heading + 2) + "M");
        terminal.await(
                text -> text.lines().skip(heading + 1).findFirst().orElseThrow().startsWith("▌"));
        terminal.type("q");
        VirtualTerminal.join(dashboard);
        assertTrue(terminal.sent().lastIndexOf("\033[?1006l\033[?1000l")
                > terminal.sent().lastIndexOf("\033[?1000h"));
        assertGivenBack();
    }

    @Test
    void theLogTellsWhatWasTold() {
        Connections table = new Connections(clock);
        table.tcp("alpha", 1).to("192.0.2.1", 443);
        table.tick();
        model.show(table.fail("the kernel said no").tick());
        terminal.await("the kernel said no");
        terminal.type("L");
        terminal.await(text -> text.contains("━ log") && text.contains("03:04:0"));
        terminal.type("\033");
        terminal.await(text -> !text.contains("Esc close"));
    }

    @Test
    void aToastGoesByItself() {
        terminal.type("X");
        terminal.await("nothing is excluded");
        clock.advance(Duration.ofSeconds(4));
        model.nudge();
        terminal.await(text -> !text.contains("nothing is excluded"));
    }

    @Test
    void afterAResizeTheScreenIsWholeAgain() {
        model.show(sample());
        terminal.await("mirror.example.org");
        terminal.resize(new Size(120, 30));
        String wide = terminal.await("CONNS");
        assertTrue(wide.lines().skip(29).findFirst().orElseThrow().endsWith("? help  q quit "), wide);
        terminal.resize(new Size(40, 12));
        terminal.await("40x12");
        terminal.resize(SIZE);
        String small = terminal.await("REMOTE HOST");
        assertFalse(small.contains("needs"), small);
        assertTrue(small.contains("curl           mirror.example.org     443    NEW"), small);
    }

    @Test
    void nothingIsSentWhenNothingChanged() {
        model.show(sample());
        terminal.await("mirror.example.org");
        terminal.type("?");
        terminal.await("any key closes");
        int sent = terminal.sent().length();
        model.nudge();
        terminal.type("\033[I\033[O\033x");
        terminal.type("?");
        terminal.await(text -> !text.contains("any key closes"));
        String since = terminal.sent().substring(sent);
        assertEquals(1, since.split("\033\\[\\?2026h", -1).length - 1, "one frame for one change");
        assertTrue(since.length() < 2_500, "of which only the change was sent: " + since.length());
    }

    @Test
    void afterAStopItTakesTheTerminalAgainAndDrawsEverything() {
        Attributes raw = new Attributes(terminal.attributes());
        String drawn = terminal.await("measuring");
        terminal.goOnAfter(before);
        assertEquals(drawn, terminal.await(text -> text.equals(drawn)));
        assertEquals(raw.toString(), terminal.attributes().toString());
    }

    @Test
    void repaintSendsEverything() {
        model.show(sample());
        terminal.await("mirror.example.org");
        int sent = terminal.sent().length();
        terminal.type("\f");
        terminal.type("s");
        terminal.await("sort process");
        assertTrue(terminal.sent().substring(sent).contains("netwatch"));
    }

    @Test
    void theTerminalIsGivenBackAsItWas() throws InterruptedException {
        terminal.type("q");
        VirtualTerminal.join(dashboard);
        assertGivenBack();
    }

    @Test
    void theTerminalIsGivenBackWhenTheProgramFails() throws InterruptedException, IOException {
        end();
        terminal = new VirtualTerminal(SIZE);
        start(new FakeDashboardModel().failingAtStart("planted"));
        VirtualTerminal.join(dashboard);
        assertEquals("planted", thrown.get().getMessage());
        assertGivenBack();
    }

    private void assertGivenBack() {
        String sent = terminal.sent();
        assertTrue(sent.indexOf("\033[?1049h") < sent.indexOf("\033[?2026h"));
        assertTrue(sent.lastIndexOf("\033[?1049l") > sent.lastIndexOf("\033[?2026l"));
        assertTrue(sent.lastIndexOf("\033[?2004l") > sent.lastIndexOf("\033[?2004h"));
        assertTrue(sent.substring(sent.lastIndexOf("\033[?2004l")).contains("\033[?25h"), "the cursor is back");
        assertEquals(before.getLocalFlags(), terminal.attributes().getLocalFlags());
        assertEquals(before.getInputFlags(), terminal.attributes().getInputFlags());
    }

    @Test
    void itEndsWhenTheKeyboardIsGone() throws InterruptedException, IOException {
        terminal.hangUp();
        VirtualTerminal.join(dashboard);
    }

    @Test
    void aTerminalThatCannotBeDrawnOnIsToldWithARemedy() {
        for (String type : new String[] {"", "dumb", "unknown"}) {
            UnsuitableTerminal told = assertThrows(UnsuitableTerminal.class, () -> TerminalSession.open(type, ""));
            assertTrue(told.getMessage().contains("netwatch list"), told.getMessage());
        }
    }

    private Look look(ColorMode color, Map<String, String> environment) {
        return new Wardrobe(terminal.terminal(), settings(color), environment).look(Preferences.DEFAULT);
    }

    @Test
    void theLookFollowsOptionsAndEnvironment() {
        assertEquals(Theme.COLOR, look(ColorMode.AUTO, UTF_8).theme());
        Map<String, String> noColor = Map.of("NO_COLOR", "1", "LANG", "ja_JP.UTF-8");
        assertEquals(Theme.MONO, look(ColorMode.AUTO, noColor).theme());
        assertEquals(Theme.COLOR, look(ColorMode.ALWAYS, noColor).theme());
        assertEquals(Theme.MONO, look(ColorMode.NEVER, UTF_8).theme());
        assertEquals(Glyphs.UNICODE, look(ColorMode.AUTO, UTF_8).glyphs());
        assertEquals(Glyphs.ASCII, look(ColorMode.AUTO, noColor).glyphs());
    }
}
