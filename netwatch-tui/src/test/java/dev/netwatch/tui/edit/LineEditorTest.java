package dev.netwatch.tui.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineEditorTest {
    private static final List<String> KEYS = List.of(
            "a",
            "ä",
            "漢",
            "😀",
            "e\u0301",
            " ",
            "\033[C",
            "\033[D",
            "\033[H",
            "\033[F",
            "\177",
            "\033[3~",
            "\025",
            "\013",
            "\027",
            "\033b",
            "\033f",
            "\033d",
            "\033\177",
            "\001",
            "\005",
            "\033[200~x y\nz\033[201~");

    /** The text with a bar at the cursor. */
    private static String shown(LineEditor line) {
        return line.text().substring(0, line.cursor()) + "|" + line.text().substring(line.cursor());
    }

    private static LineEditor with(String shown) {
        int cursor = shown.indexOf('|');
        return new LineEditor(shown.replace("|", ""), cursor);
    }

    @ParameterizedTest
    @CsvSource({
        "ab|c, x, abx|c",
        "ab|c, ^[[D, a|bc",
        "|abc, ^[[D, |abc",
        "ab|c, ^[[C, abc|",
        "abc|, ^[OC, abc|",
        "ab|c, ^[[H, |abc",
        "ab|c, ^[[F, abc|",
        "ab|c, ^?, a|c",
        "|abc, ^?, |abc",
        "ab|c, ^[[3~, ab|",
        "abc|, ^[[3~, abc|",
        "one two|, ^[b, one |two",
        "one:two|, ^[[1;5D, one:|two",
        "|one two, ^[f, one| two",
        "one| two, ^[[1;5C, one two|",
        "one| two, ^[d, one|",
        "a one:two|, ^[^?, a one:|",
        "漢字|x, ^[[D, 漢|字x",
        "漢😀|x, ^?, 漢|x"
    })
    void keysDoWhatTheyDoInAShell(String before, String key, String after) {
        String typed = key.replace("^[", "\033").replace("^?", "\177");
        assertEquals(after, shown(with(before).press(typed).orElseThrow()));
    }

    @Test
    void controlKeysToo() {
        assertEquals("|abc", shown(with("ab|c").press("\001").orElseThrow()));
        assertEquals("abc|", shown(with("ab|c").press("\005").orElseThrow()));
        assertEquals("|c", shown(with("ab|c").press("\025").orElseThrow()));
        assertEquals("ab|", shown(with("ab|c").press("\013").orElseThrow()));
        assertEquals("a |c", shown(with("a b:b |c").press("\027").orElseThrow()));
        assertEquals("ab|", shown(with("ab|c").press("\004").orElseThrow()));
    }

    @Test
    void aCombiningMarkGoesWithItsLetter() {
        assertEquals("|x", shown(with("e\u0301|x").press("\177").orElseThrow()));
        assertEquals("a|e\u0301", shown(with("ae\u0301|").press("\033[D").orElseThrow()));
        assertEquals("ae\u0301|", shown(with("a|e\u0301").press("\033[C").orElseThrow()));
    }

    @Test
    void whatIsPastedIsHarmlessAndOnOneLine() {
        String paste = "\033[200~\n two \033[31mlines\r\nof \u202etext\t\033[201~";
        assertEquals("a two [31mlines of text|", shown(with("a |").press(paste).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\033", "\r", "\t", "\033[A", "\033[5~", "\033[<0;1;1M", "\033OP", "\033x", "\u00ad", "\000"})
    void whatMeansNothingIsLeftToOthers(String key) {
        assertEquals(Optional.empty(), with("ab|c").press(key));
    }

    @Test
    void aLineHasAnEnd() {
        LineEditor full = LineEditor.at("x".repeat(LineEditor.LONGEST));
        assertEquals(full, full.press("y").orElseThrow());
    }

    @Test
    void whateverIsTypedTheCursorStandsBetweenCharacters() {
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            LineEditor line = LineEditor.EMPTY;
            for (int i = 0; i < 60; i++) {
                line = line.press(KEYS.get(random.nextInt(KEYS.size()))).orElse(line);
                String text = line.text();
                assertTrue(line.cursor() >= 0 && line.cursor() <= text.length());
                boolean inside = line.cursor() > 0
                        && line.cursor() < text.length()
                        && Character.isSurrogatePair(text.charAt(line.cursor() - 1), text.charAt(line.cursor()));
                assertTrue(!inside, text);
            }
        }
    }

    @Test
    void earlierLinesComeBackAndTheDraftIsNotLost() {
        Recall recall = Recall.of(List.of("latest", "older"));
        Recall once = recall.older("dra");
        Recall twice = once.older(once.line());
        assertEquals("latest", once.line());
        assertEquals("older", twice.line());
        assertEquals(twice, twice.older("older"));
        assertEquals("latest", twice.newer().line());
        assertEquals("dra", twice.newer().newer().line());
        assertEquals("older", Recall.of(List.of("same", "older")).older("same").line());
    }
}
