package dev.netwatch.tui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.Query;
import dev.netwatch.domain.query.SortKey;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.tui.edit.LineEditor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What keys make of the lists, questions and settings that lie over the table. */
class OverlaysTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final List<Effect> effects = new ArrayList<>();
    private Optional<Overlay> top = Optional.empty();

    private void open(Overlay overlay, String... keys) {
        top = Optional.of(overlay);
        type(keys);
    }

    private void type(String... keys) {
        for (String key : keys) {
            Pressed pressed =
                    top.orElseThrow().press(key, new Frame(TableOptions.DEFAULT, List.of(), List.of(), 0, 10, 7));
            top = pressed.overlay();
            effects.addAll(pressed.effects());
        }
    }

    private String selected() {
        return ((Picker) top.orElseThrow()).selected().map(Choice::label).orElse("");
    }

    private static Picker letters() {
        return Picker.of("letters", List.of(say("alpha"), say("beta"), say("gamma"), say("alphabet")), 0);
    }

    private static Choice say(String word) {
        return Choice.of(word, "", new Effect.Say(word));
    }

    @Test
    void arrowsGoRoundAndEnterPicks() {
        open(letters(), "\033[A");
        assertEquals("alphabet", selected());
        type("\033[B", "\033OB");
        assertEquals("beta", selected());
        type("\r");
        assertEquals(List.of(new Effect.Say("beta")), effects);
        assertFalse(top.isPresent());
    }

    @Test
    void typingNarrows() {
        open(letters(), "\033[B", "b", "e", "t");
        assertEquals("beta", selected());
        type("\033[B");
        assertEquals("alphabet", selected());
        type("x", "\r");
        assertEquals("", selected());
        assertTrue(top.isPresent(), "nothing to pick");
        type("\177", "\025");
        assertEquals("alpha", selected());
        type("\033");
        assertEquals(List.of(), effects);
        assertFalse(top.isPresent());
    }

    @Test
    void pagesAndEnds() {
        open(letters(), "\033[6~");
        assertEquals("alphabet", selected());
        type("\033[H");
        assertEquals("alpha", selected());
        type("\033[F", "\033[5~");
        assertEquals("alpha", selected());
    }

    @Test
    void reportsAndUnknownSequencesDoNothing() {
        open(letters(), "\033[I", "\033[<0;3;3M", "\033[99~", "\033[200~\033[201~");
        assertEquals(letters(), top.orElseThrow());
    }

    @Test
    void aThemeIsSeenAtOnceAndEscapeTakesItBack() {
        open(Pickers.theme(Preferences.DEFAULT), "\033[B", "\033");
        assertEquals(
                List.of(
                        new Effect.Prefer(Preferences.DEFAULT.withTheme(ThemeName.DARK)),
                        new Effect.Prefer(Preferences.DEFAULT)),
                effects);
    }

    @Test
    void columnsAreSwitchedOneByOne() {
        open(Pickers.columns(TableOptions.DEFAULT), "r", "t", "t", "\r", " ");
        assertEquals(List.of(new Effect.ToggleColumn(Column.RTT), new Effect.ToggleColumn(Column.RTT)), effects);
        assertEquals(
                Optional.of(true),
                ((Picker) top.orElseThrow()).selected().orElseThrow().marked());
        type("\177", "\177", "\177", "\r");
        assertEquals(
                Optional.of(false),
                ((Picker) top.orElseThrow()).selected().orElseThrow().marked());
    }

    @Test
    void theOrderInForceIsTurnedRound() {
        open(Pickers.sort(TableOptions.DEFAULT), "\r");
        assertEquals(
                List.of(new Effect.Show(TableOptions.DEFAULT.ordered(new Order(SortKey.TOTAL, false, false)))),
                effects);
        open(Pickers.sort(TableOptions.DEFAULT), "p", "i", "d", "\r");
        assertEquals(new Effect.Show(TableOptions.DEFAULT.ordered(Order.by(SortKey.PID))), effects.get(1));
    }

    @Test
    void aQuestionWaitsForYesOrNo() {
        Question question = new Question("really?", new Effect.Undo());
        open(question, "x", "\r", "\033[A");
        assertEquals(question, top.orElseThrow());
        type("n");
        assertEquals(List.of(), effects);
        assertFalse(top.isPresent());
        open(question, "y");
        assertEquals(List.of(new Effect.Undo()), effects);
    }

    @Test
    void aSettingChangesAtOnceAndIsKeptOnlyOnDemand() {
        TableOptions table = TableOptions.DEFAULT.ordered(Order.by(SortKey.PID));
        open(new SettingsOverlay(Preferences.DEFAULT, Preferences.DEFAULT, table, 0), "\033[C");
        Preferences dark = Preferences.DEFAULT.withTheme(ThemeName.DARK);
        assertEquals(List.of(new Effect.Prefer(dark)), effects);
        type("\033[D", "\033[B", " ");
        Preferences thousand = Preferences.DEFAULT.withUnits(new Units(1000, false));
        assertEquals(new Effect.Prefer(thousand), effects.get(2));
        type("s");
        assertEquals(new Effect.Save(thousand), effects.get(3));
        assertFalse(top.isPresent());
        Preferences sorted = Setting.SORT.step(Preferences.DEFAULT, table, 1);
        assertEquals(SortKey.PID, sorted.order().key());
        assertEquals(Preferences.DEFAULT, Setting.SORT.step(sorted, table, 1));
    }

    @Test
    void everySettingHasAnotherValueOrSaysThatItHasNone() {
        for (Setting setting : Setting.values()) {
            Preferences next = setting.step(Preferences.DEFAULT, TableOptions.DEFAULT, 1);
            for (Setting other : Setting.values()) {
                assertTrue(setting == other || !other.differs(Preferences.DEFAULT, next), setting + " and " + other);
            }
            assertFalse(setting.value(next).isEmpty());
        }
    }

    @Test
    void theLogIsScrolledNoFurtherThanItGoes() {
        open(new LogOverlay(NoticeLog.EMPTY, 0), "j", "j", "G");
        assertEquals(7, ((LogOverlay) top.orElseThrow()).top());
        type("\033[5~", "k");
        assertEquals(0, ((LogOverlay) top.orElseThrow()).top());
    }

    @Test
    void theLogKnowsFromWhenToWhen() {
        Notice one = Notice.warning("disk", "12 lines lost");
        Notice more = Notice.warning("disk", "13 lines lost");
        NoticeLog log = NoticeLog.EMPTY
                .told(List.of(one), NOON)
                .told(List.of(more), NOON.plusSeconds(2))
                .told(List.of(), NOON.plusSeconds(4))
                .told(List.of(one), NOON.plusSeconds(6));
        assertEquals(
                List.of(
                        new NoticeLog.Entry(more, NOON, Optional.of(NOON.plusSeconds(4))),
                        new NoticeLog.Entry(one, NOON.plusSeconds(6), Optional.empty())),
                log.entries());
        assertTrue(log == log.told(List.of(one), NOON.plusSeconds(8)));
        for (int i = 0; i < 2_000; i++) {
            log = log.told(i % 2 == 0 ? List.of() : List.of(one), NOON);
        }
        assertEquals(NoticeLog.MOST_KEPT, log.entries().size());
    }

    @Test
    void whatIsCopiedIsHarmless() {
        Connections table = new Connections(new FakeClock());
        table.tcp("evil\033]52;c;x\007\tname", 7).to("192.0.2.1", 443).bytes(12, 34);
        TrafficRow row = Query.EVERYTHING.run(table.tick()).rows().get(0);
        for (Choice choice : CopyMenu.of(row).choices()) {
            Effect.Copy copied = (Effect.Copy) choice.effect();
            assertTrue(copied.text().chars().allMatch(unit -> unit >= ' ' || unit == '\t'), copied.text());
        }
        Effect.Copy first = (Effect.Copy) CopyMenu.of(row).choices().get(0).effect();
        assertEquals("192.0.2.1", first.text());
        Choice last = CopyMenu.of(row).choices().get(CopyMenu.of(row).choices().size() - 1);
        String[] fields = ((Effect.Copy) last.effect()).text().split("\t", -1);
        assertEquals(10, fields.length);
        assertEquals("192.0.2.1:443", fields[4]);
        assertEquals("12", fields[8]);
        assertEquals(LineEditor.EMPTY, CopyMenu.of(row).typed());
    }
}
