package dev.netwatch.tui.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyNameTest {
    private static String typed(String written) {
        return written.replace("^[", "\033").replace("^?", "\177");
    }

    @ParameterizedTest
    @CsvSource({
        "a, a",
        "G, G",
        "ä, ä",
        "漢, 漢",
        "😀, 😀",
        "?, ?",
        "',', ','",
        "^[, Esc",
        "^?, Backspace",
        "^[[A, Up",
        "^[OA, Up",
        "^[[D, Left",
        "^[OC, Right",
        "^[[H, Home",
        "^[OF, End",
        "^[[1~, Home",
        "^[[7~, Home",
        "^[[4~, End",
        "^[[8~, End",
        "^[[5~, PgUp",
        "^[[6~, PgDn",
        "^[[2~, Insert",
        "^[[3~, Delete",
        "^[OP, F1",
        "^[[11~, F1",
        "^[[[A, F1",
        "^[[[E, F5",
        "^[[24~, F12",
        "^[[1;5C, Ctrl-Right",
        "^[Od, Ctrl-Left",
        "^[[1;3D, Alt-Left",
        "^[^[[D, Alt-Left",
        "^[^[OD, Alt-Left",
        "^[[3;5~, Ctrl-Delete",
        "^[[1;2P, Shift-F1",
        "^[[Z, Shift-Tab",
        "^[[1;6A, Ctrl-Shift-Up",
        "^[OM, Enter",
        "^[b, Alt-b",
        "^[^?, Alt-Backspace"
    })
    void aKeyHasOneNameHoweverTheTerminalSendsIt(String key, String name) {
        assertEquals(Optional.of(name), KeyName.of(typed(key)));
    }

    @Test
    void controlCharactersAreKeys() {
        assertEquals(Optional.of("Ctrl-A"), KeyName.of("\001"));
        assertEquals(Optional.of("Ctrl-Space"), KeyName.of("\000"));
        assertEquals(Optional.of("Enter"), KeyName.of("\r"));
        assertEquals(Optional.of("Enter"), KeyName.of("\n"));
        assertEquals(Optional.of("Tab"), KeyName.of("\t"));
        assertEquals(Optional.of("Space"), KeyName.of(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "^[[I",
                "^[[O",
                "^[[M xq",
                "^[[<0;12;5M",
                "^[[24;80R",
                "^[[?62;4c",
                "^[[P",
                "^[[97;5u",
                "^[[E",
                "^[]11;x",
                "^[[200~text",
                "^[[99~",
                "^[[[F",
                "\u0085",
                "\u009b1;5A"
            })
    void reportsAndUnknownSequencesHaveNone(String key) {
        assertEquals(Optional.empty(), KeyName.of(typed(key)));
    }

    @ParameterizedTest
    @CsvSource({
        "s, s",
        "S, S",
        "ctrl-a, Ctrl-A",
        "C-a, Ctrl-A",
        "Ctrl+A, Ctrl-A",
        "pageup, PgUp",
        "PGDN, PgDn",
        "space, Space",
        "escape, Esc",
        "f5, F5",
        "Shift-Tab, Shift-Tab",
        "alt-b, Alt-b",
        "Alt-B, Alt-B",
        "M-x, Alt-x",
        "ctrl-left, Ctrl-Left",
        "-, -",
        "+, +",
        "Alt--, Alt--",
        "Return, Enter",
        "漢, 漢"
    })
    void peopleWriteThemInManyWays(String written, String name) {
        assertEquals(Optional.of(name), KeyName.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nothing", "Ctrl-", "Ctrl-5", "Shift-a", "Ctrl-I", "Ctrl-M", "F13", "Hyper-x", "ab", "\u001b"
            })
    void whatNoTerminalSendsIsNoKey(String written) {
        assertEquals(Optional.empty(), KeyName.parse(written));
    }

    @Test
    void everyNameReadsAsItself() {
        for (String name : KeyName.words()) {
            assertEquals(Optional.of(name), KeyName.parse(name));
        }
        for (var names : DefaultKeys.ALL.values()) {
            for (String name : names) {
                assertEquals(Optional.of(name), KeyName.parse(name));
            }
        }
        assertTrue(KeyName.words().contains("F12"));
    }
}
