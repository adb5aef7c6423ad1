package dev.netwatch.tui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.SortKey;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.tui.input.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UiStateTest {
    private static final UiState START = UiState.initial(TableOptions.initial(false, false));

    private static UiState after(Action... actions) {
        UiState state = START;
        for (Action action : actions) {
            state = state.apply(action, frame(state, Rows.rows(1, 2, 3, 4, 5, 6, 7, 8, 9)));
        }
        return state;
    }

    private static Frame frame(UiState state, List<TrafficRow> rows) {
        return new Frame(state.options(), rows, state.cursor().index(), 4);
    }

    @Test
    void sortGoesThroughAllKeysEachInItsNaturalDirection() {
        List<Order> orders = new ArrayList<>();
        UiState state = START;
        for (int i = 0; i < 5; i++) {
            state = state.apply(Action.SORT, frame(state, List.of()));
            orders.add(state.options().order());
        }
        assertEquals(
                List.of(
                        new Order(SortKey.PROCESS, false, false),
                        new Order(SortKey.CONNECTIONS, true, false),
                        new Order(SortKey.RECEIVED, true, true),
                        new Order(SortKey.SENT, true, true),
                        new Order(SortKey.TOTAL, true, false)),
                orders);
    }

    @Test
    void reverseAndRateAndPauseAndLoopbackToggle() {
        assertFalse(after(Action.REVERSE).options().order().descending());
        assertFalse(after(Action.RATE).options().rates());
        assertTrue(after(Action.PAUSE).options().paused());
        assertTrue(after(Action.LOOPBACK).options().loopback());
        assertEquals(START, after(Action.REVERSE, Action.REVERSE, Action.RATE, Action.RATE));
        assertEquals(START, after(Action.PAUSE, Action.PAUSE, Action.LOOPBACK, Action.LOOPBACK));
    }

    @Test
    void filterGoesFromAllToNewToKnownToAll() {
        assertEquals(
                Optional.of(Familiarity.NEW), after(Action.FILTER).options().familiarity());
        assertEquals(
                Optional.of(Familiarity.SEEN),
                after(Action.FILTER, Action.FILTER).options().familiarity());
        assertEquals(
                Optional.empty(),
                after(Action.FILTER, Action.FILTER, Action.FILTER).options().familiarity());
    }

    @Test
    void movesByRowPageAndToTheEnds() {
        assertEquals(2, Rows.selected(after(Action.DOWN).cursor()));
        assertEquals(1, Rows.selected(after(Action.DOWN, Action.UP, Action.UP).cursor()));
        assertEquals(4, Rows.selected(after(Action.PAGE_DOWN).cursor()));
        assertEquals(1, Rows.selected(after(Action.PAGE_DOWN, Action.PAGE_UP).cursor()));
        assertEquals(9, Rows.selected(after(Action.LAST, Action.DOWN).cursor()));
        assertEquals(1, Rows.selected(after(Action.LAST, Action.FIRST).cursor()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "q", "?", "\r", "\033", "\033[A", "x"})
    void anyKeyClosesTheHelpAndDoesNothingElse(String key) {
        assertEquals(Pressed.closed(), HelpOverlay.OPENED.press(key, frame(START, List.of())));
    }

    @Test
    void aHelpThatDoesNotFitScrolls() {
        Frame frame = new Frame(START.options(), List.of(), List.of(), 0, 10, 7);
        assertEquals(Pressed.stays(new HelpOverlay(1)), HelpOverlay.OPENED.press("\033[B", frame));
        assertEquals(Pressed.stays(new HelpOverlay(7)), HelpOverlay.OPENED.press(" ", frame));
        assertEquals(Pressed.stays(HelpOverlay.OPENED), new HelpOverlay(7).press("g", frame));
        assertEquals(Pressed.closed(), new HelpOverlay(7).press("\033", frame));
    }

    @Test
    void quittingQuitsFromDetailsToo() {
        Frame frame = frame(START, List.of());
        assertTrue(DetailOverlay.OPENED.press("q", frame).passed());
        assertEquals(Pressed.closed(), DetailOverlay.OPENED.press("\033", frame));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\033[I", "\033[<0;1;1M", "\033[200~"})
    void unknownSequencesCloseNoHelp(String sequence) {
        HelpOverlay help = HelpOverlay.OPENED;
        assertEquals(Pressed.stays(help), help.press(sequence, frame(START, List.of())));
    }

    @Test
    void overlaysAreAStack() {
        UiState help = after(Action.HELP);
        assertEquals(Optional.of(HelpOverlay.OPENED), help.top());
        assertEquals(START, help.replaced(0, Optional.empty()));
        assertEquals(2, help.opened(HelpOverlay.OPENED).overlays().size());
        assertEquals(START, help.opened(HelpOverlay.OPENED).replaced(0, Optional.empty()));
        assertTrue(after(Action.QUIT).closed());
        assertTrue(after(Action.BACK).closed());
    }

    @Test
    void excludeNamesTheProcessOfTheSelectedRow() {
        List<TrafficRow> rows = Rows.rows(1);
        String process = rows.get(0).process().orElseThrow();
        assertEquals(List.of(new Effect.Exclude(process, 1)), TableKeys.effects(Action.EXCLUDE, frame(START, rows)));
        assertEquals(List.of(), TableKeys.effects(Action.EXCLUDE, frame(START, List.of())));
    }

    @Test
    void whatMeansNothingChangesNothing() {
        assertEquals(START, after(Action.OTHER));
    }

    @Test
    void aToastGoesByItself() {
        UiState said = START.saying(new Toast("done", 100));
        assertEquals(said, said.at(99));
        assertEquals(START, said.at(100));
    }
}
