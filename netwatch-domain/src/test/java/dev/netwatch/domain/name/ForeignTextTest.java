package dev.netwatch.domain.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ForeignTextTest {
    @Test
    void whatDrivesATerminalIsGone() {
        assertEquals("[31mred[0m", ForeignText.printable("\u001b[31mred\u001b[0m\u0007"));
        assertEquals("31mred", ForeignText.printable("\u009b31mred\u007f"));
    }

    @Test
    void whatTurnsTheWritingOrTakesNoRoomIsGone() {
        assertEquals("moc.elgoog", ForeignText.printable("\u202emoc.elgoog\u202c"));
        assertEquals("Google", ForeignText.printable("\ufeffGo\u200bo\u200dg\u2060l\u00ade\ufe0f"));
        assertEquals("AB", ForeignText.printable("A\u3164\u115f\u034fB"));
    }

    @Test
    void lettersOfAllCountriesStay() {
        assertEquals("Núcleo de Inf. e Coord.", ForeignText.printable("Núcleo de Inf. e Coord."));
        assertEquals("株式会社 𠮷野家", ForeignText.printable("株式会社\u3000𠮷野家"));
    }

    @Test
    void whiteSpaceIsOneBlank() {
        assertEquals("Example Net", ForeignText.printable("  Example\t \r\n\u00a0Net\n"));
    }

    @Test
    void aPairOfSurrogatesIsNotCut() {
        assertEquals("ab", ForeignText.printable("ab𠮷", 3));
        assertEquals("ab𠮷", ForeignText.printable("ab𠮷", 4));
        assertEquals("ab", ForeignText.printable("ab cd", 3));
    }

    @Property
    void anyTextBecomesVisibleAndStaysSo(@ForAll String text) {
        String printable = ForeignText.printable(text);
        assertTrue(printable.codePoints().allMatch(point -> point == ' ' || ForeignText.isVisible(point)));
        assertFalse(printable.contains("  "));
        assertEquals(printable, ForeignText.printable(printable));
    }
}
