package dev.netwatch.tui.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyBindingsTest {
    @Test
    void chosenKeysTakeThePlaceOfTheUsualOnes() {
        KeyBindings keys = KeyBindings.with(Map.of(Action.SORT, List.of("F6", "o")));
        assertEquals(Optional.of(Action.SORT), keys.actionOf("\033[17~"));
        assertEquals(Optional.of(Action.SORT), keys.actionOf("o"));
        assertEquals(Optional.of(Action.OTHER), keys.actionOf("s"));
        assertEquals(List.of("F6", "o"), keys.keysOf(Action.SORT));
    }

    @Test
    void aChosenKeyIsTakenFromItsDefault() {
        KeyBindings keys = KeyBindings.with(Map.of(Action.SORT, List.of("Space")));
        assertEquals(Optional.of(Action.SORT), keys.actionOf(" "));
        assertEquals(List.of("p"), keys.keysOf(Action.PAUSE));
    }

    @Test
    void anActionMayLoseItsKeys() {
        KeyBindings keys = KeyBindings.with(Map.of(Action.EXCLUDE, List.of()));
        assertEquals(Optional.of(Action.OTHER), keys.actionOf("x"));
        assertEquals(List.of(), keys.keysOf(Action.EXCLUDE));
    }

    @Test
    void twoActionsMayChangePlaces() {
        KeyBindings keys =
                KeyBindings.with(Map.of(Action.EXCLUDE, List.of("X"), Action.CLEAR_EXCLUSIONS, List.of("x")));
        assertEquals(Optional.of(Action.CLEAR_EXCLUSIONS), keys.actionOf("x"));
    }

    @Test
    void oneKeyCannotMeanTwoThings() {
        KeyConflict told = assertThrows(
                KeyConflict.class,
                () -> KeyBindings.with(Map.of(Action.SORT, List.of("x"), Action.EXCLUDE, List.of("x"))));
        assertEquals("x", told.key());
        assertEquals(Action.EXCLUDE, told.besides(Action.SORT));
        assertTrue(told.concerns(Action.SORT));
    }

    @Test
    void controlCAlwaysQuits() {
        assertEquals(Optional.of(Action.INTERRUPT), KeyBindings.DEFAULT.actionOf("\003"));
        assertThrows(KeyConflict.class, () -> KeyBindings.with(Map.of(Action.SORT, List.of("Ctrl-C"))));
    }
}
