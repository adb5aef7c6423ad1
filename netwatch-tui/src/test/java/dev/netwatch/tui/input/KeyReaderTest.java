package dev.netwatch.tui.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyReaderTest {
    /** A pause, longer than any key waits. */
    private static final char PAUSE = '\uffff';

    private static List<Action> actions(String typed) {
        Typed source = new Typed(typed);
        KeyReader reader = new KeyReader(source);
        KeyBindings bindings = KeyBindings.DEFAULT;
        List<Action> actions = new ArrayList<>();
        int first = source.read(0);
        while (first != CharSource.END) {
            if (first >= 0) {
                bindings.actionOf(reader.key(first)).ifPresent(actions::add);
            }
            first = source.read(0);
        }
        return actions;
    }

    private static final class Typed implements CharSource {
        private final String text;
        private int next;

        Typed(String text) {
            this.text = text;
        }

        @Override
        public int read(long millis) {
            if (next == text.length()) {
                return END;
            }
            char unit = text.charAt(next++);
            return unit == PAUSE ? EXPIRED : unit;
        }
    }

    @Test
    void cursorKeysWorkInBothModes() {
        assertEquals(List.of(Action.UP, Action.UP, Action.DOWN, Action.DOWN), actions("\033[A\033OA\033[B\033OB"));
        assertEquals(
                List.of(Action.FIRST, Action.FIRST, Action.LAST, Action.LAST, Action.PAGE_UP, Action.PAGE_DOWN),
                actions("\033[H\033[1~\033OF\033[4~\033[5~\033[6~"));
    }

    @Test
    void escapeAloneIsEscape() {
        assertEquals(List.of(Action.BACK), actions("\033" + PAUSE));
        assertEquals(List.of(Action.BACK), actions("\033"));
        assertEquals(List.of(Action.BACK, Action.SORT), actions("\033" + PAUSE + "s"));
        assertEquals(List.of(Action.BACK), actions("\033\033" + PAUSE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\033[I",
                "\033[O", // focus came, went
                "\033[200~q\033x X\033[A\033[201~", // a paste
                "\033[M xq",
                "\033[M!!!", // mouse reports: X10
                "\033[<0;12;5M",
                "\033[<64;1;1m",
                "\033[35;12;5M", // SGR, urxvt
                "\033x",
                "\033q",
                "\033X" + PAUSE,
                "\033\033[A",
                "\033\033OA", // Alt
                "\033[1;5A",
                "\033[1;2P",
                "\033[15~",
                "\033[2~",
                "\033[3~",
                "\033[27;5;120~",
                "\033[?62;4c",
                "\033[24;80R",
                "\033[>0;10;1c",
                "\033[?2026;2$y",
                "\033[97;5u", // reports
                "\033]11;rgb:0000/0000/0000\007",
                "\033]11;rgb:0000/0000/0000\033\\",
                "\033P1$r0m\033\\",
                "\033P>|xq\033\\",
                "\033_Gi=1;OK\033\\",
                "\033^q\033\\",
                "\033Xq\033\\",
                "\033[[B",
                "\033OQ",
                "\033Ox",
                "\u009b1;5A",
                "\033[" + PAUSE,
                "\033O" + PAUSE,
                "\033[12;" + PAUSE,
                "\000",
                "\001",
                "\032",
                "\034",
                "\177",
                "\u0085"
            })
    void whatMeansNothingDoesNothing(String sequence) {
        assertEquals(List.of(Action.SORT), actions(sequence + "s"));
    }

    @Test
    void aPasteIsOneKeyWithItsText() {
        assertEquals(Optional.of("a\tb\033[A\nc"), pasted("\033[200~a\tb\033[A\nc\033[201~s"));
        assertEquals(Optional.of("no end"), pasted("\033[200~no end" + PAUSE));
        assertEquals(Optional.of(""), pasted("\033[200~\033[201~"));
        assertEquals(
                Paste.LONGEST - Paste.BEGINS.length(),
                pasted("\033[200~" + "x".repeat(99_999) + "\033[201~")
                        .orElseThrow()
                        .length());
        assertEquals(Optional.empty(), pasted("s"));
    }

    private static Optional<String> pasted(String typed) {
        Typed source = new Typed(typed);
        return Paste.text(new KeyReader(source).key(source.read(0)));
    }

    @Test
    void lettersBeyondAsciiOnlyCloseWhatAnyKeyCloses() {
        assertEquals(List.of(Action.OTHER, Action.OTHER, Action.OTHER), actions("ä漢😀"));
    }

    @Test
    void noUnknownSequenceExcludesAnythingOrQuits() {
        Random random = new Random(20261122);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder sequence = new StringBuilder("\033[");
            for (int i = random.nextInt(8); i > 0; i--) {
                sequence.append((char) (' ' + random.nextInt(32)));
            }
            String typed = sequence.append((char) ('N' + random.nextInt(12))).toString();
            assertTrue(actions(typed).isEmpty(), () -> typed.replace('\033', '^'));
        }
    }

    @Test
    void nothingOnTheLineIsReadForEver() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder noise = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                noise.append(random.nextInt(4) == 0 ? '\033' : (char) random.nextInt(256));
            }
            assertTrue(actions(noise.toString()).size() <= 200);
        }
    }

    @Test
    void theKeysOfTheirPythonForebearAreAllThere() {
        KeyBindings bindings = KeyBindings.DEFAULT;
        for (String key : List.of("s", "r", "f", "d", "p", "l", "x", "X", "q")) {
            assertTrue(
                    bindings.actionOf(key)
                            .filter(action -> action != Action.OTHER)
                            .isPresent(),
                    key);
        }
        assertEquals(Optional.of(Action.INTERRUPT), bindings.actionOf("\003"));
        assertEquals(Optional.of(Action.REPAINT), bindings.actionOf("\f"));
    }
}
