package dev.netwatch.tui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.SortKey;
import dev.netwatch.tui.input.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UiStateTest {
    private static final UiState START = UiState.initial(false, false);

    private static UiState after(Action... actions) {
        UiState state = START;
        for (Action action : actions) {
            state = state.apply(action, Rows.of(1, 2, 3, 4, 5, 6, 7, 8, 9), 4);
        }
        return state;
    }

    @Test
    void sortGoesThroughAllKeysEachInItsNaturalDirection() {
        List<Order> orders = new ArrayList<>();
        UiState state = START;
        for (int i = 0; i < 5; i++) {
            state = state.apply(Action.SORT, List.of(), 4);
            orders.add(state.options().order());
        }
        assertEquals(
                List.of(
                        new Order(SortKey.PROCESS, false, false),
                        new Order(SortKey.CONNECTIONS, true, false),
                        new Order(SortKey.RECEIVED, true, false),
                        new Order(SortKey.SENT, true, false),
                        new Order(SortKey.TOTAL, true, false)),
                orders);
    }

    @Test
    void reverseAndRateAndPauseAndLoopbackToggle() {
        assertFalse(after(Action.REVERSE).options().order().descending());
        assertTrue(after(Action.RATE).options().order().byRate());
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
    @EnumSource(
            value = Action.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"INTERRUPT", "REPAINT"})
    void anyKeyClosesTheHelpAndDoesNothingElse(Action action) {
        assertEquals(START, after(Action.HELP, action));
    }

    @Test
    void theInnermostThingIsClosedFirst() {
        assertEquals(Mode.HELP, after(Action.HELP).mode());
        assertEquals(Mode.TABLE, after(Action.HELP, Action.BACK).mode());
        assertEquals(Mode.CLOSED, after(Action.HELP, Action.BACK, Action.BACK).mode());
        assertEquals(Mode.CLOSED, after(Action.QUIT).mode());
        assertEquals(Mode.CLOSED, after(Action.HELP, Action.INTERRUPT).mode());
    }

    @Test
    void whatMeansNothingChangesNothing() {
        assertEquals(START, after(Action.OTHER));
        assertEquals(Mode.HELP, after(Action.HELP, Action.REPAINT).mode());
    }

    @Test
    void aToastGoesByItself() {
        UiState said = START.saying(new Toast("done", 100));
        assertEquals(said, said.at(99));
        assertEquals(START, said.at(100));
    }
}
