package dev.netwatch.tui.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void halfAWideCharacterIsNeverShown() {
        assertEquals("日本…", Text.cut("日本語プロセス", 6, "…"));
        assertEquals("日本…", Text.cut("日本語プロセス", 5, "…"));
        assertEquals("日本…セス", Text.cutMiddle("日本語プロセスセス", 11, "…"));
    }

    @Test
    void anAccentStaysWithItsLetter() {
        assertEquals("abcde…xyze\u0301", Text.cutMiddle("abcdefghijklmnopqrstuvwxyze\u0301", 10, "…"));
    }

    @Test
    void flagsAndSkinTonesAreReplacedBecauseTerminalsDisagreeAboutThem() {
        assertEquals("??", Text.foreign("🇫🇷", false));
        assertEquals("👍?", Text.foreign("👍🏽", false));
    }

    @Test
    void inAsciiNothingElseIsLeft() {
        assertEquals("caf? - ?", Text.foreign("café — 日", true));
    }

    @Property
    void foreignTextHasTheWidthThatJLineCounts(@ForAll String text) {
        String clean = Text.foreign(text, false);
        assertEquals(new AttributedString(clean).columnLength(), Text.width(clean));
        assertEquals(clean, Text.foreign(clean, false));
    }

    @Property
    void whatIsCutFits(@ForAll String text, @ForAll @IntRange(min = 1, max = 40) int columns) {
        String clean = Text.foreign(text, false);
        assertTrue(Text.width(Text.cut(clean, columns, "…")) <= columns);
        assertTrue(Text.width(Text.cutMiddle(clean, columns, "…")) <= columns);
        assertTrue(Text.width(Text.cut(clean, columns, "..")) <= columns);
    }
}
