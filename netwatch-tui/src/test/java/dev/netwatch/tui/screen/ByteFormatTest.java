package dev.netwatch.tui.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.tui.state.Units;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteFormatTest {
    private static final String UNITS = "BKMGTPE";

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1, 1 B",
        "1023, 1023 B",
        "1024, 1.0 KB",
        "1075, 1.0 KB",
        "1076, 1.1 KB",
        "102348, 99.9 KB",
        "102349, 100 KB",
        "1048063, 1023 KB",
        "1048064, 1.0 MB",
        "1048576, 1.0 MB",
        "1258291, 1.2 MB",
        "1073741824, 1.0 GB",
        "9223372036854775807, 8.0 EB"
    })
    void roundsRightAtTheEdges(long bytes, String text) {
        assertEquals(text, ByteFormat.USUAL.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "0.2, <1 B", "0.5, 1 B", "1023.4, 1023 B", "1023.5, 1.0 KB", "2048, 2.0 KB"})
    void aTrickleIsNotNothing(double perSecond, String text) {
        assertEquals(text, ByteFormat.USUAL.rate(perSecond));
    }

    @Property
    void isNeverWiderThanItsColumnAndTellsTheTruth(@ForAll @LongRange(min = 0) long bytes) {
        String text = ByteFormat.USUAL.bytes(bytes);
        assertTrue(text.length() <= ByteFormat.WIDTH, text);
        double told = valueOf(text);
        double allowed = told < 1024 ? 0 : Math.max(0.05, 0.006 * told / unit(text)) * unit(text);
        assertTrue(Math.abs(told - bytes) <= allowed, text + " for " + bytes);
    }

    @Test
    void unitsAreAsTheUserWantsThem() {
        ByteFormat thousands = new ByteFormat(new Units(1000, false));
        assertEquals("999 B", thousands.bytes(999));
        assertEquals("1.0 kB", thousands.bytes(1000));
        assertEquals("1.0 MB", thousands.bytes(999_999));
        assertEquals("12.3 kB", thousands.rate(12_345));
        ByteFormat bits = new ByteFormat(new Units(1000, true));
        assertEquals("1.0 kB", bits.bytes(1000), "what has flowed is in bytes");
        assertEquals("8.0 kb", bits.rate(1000));
        assertEquals("100 Mb", bits.rate(12_500_000));
        assertEquals("8.0 Kb", new ByteFormat(new Units(1024, true)).rate(1024));
        assertEquals("<1 b", bits.rate(0.01));
    }

    @Property
    void otherUnitsFitToo(@ForAll @DoubleRange(min = 0, max = 1e17) double perSecond, @ForAll boolean bits) {
        assertTrue(new ByteFormat(new Units(1000, bits)).rate(perSecond).length() <= ByteFormat.WIDTH);
    }

    @Property
    void moreBytesNeverLookLikeFewer(@ForAll @LongRange(min = 0) long a, @ForAll @LongRange(min = 0) long b) {
        assertTrue(valueOf(ByteFormat.USUAL.bytes(Math.min(a, b))) <= valueOf(ByteFormat.USUAL.bytes(Math.max(a, b))));
    }

    @Property
    void ratesFitToo(@ForAll @DoubleRange(min = 0, max = 1e18) double perSecond) {
        String text = ByteFormat.USUAL.rate(perSecond);
        assertTrue(text.length() <= ByteFormat.WIDTH, text);
        assertTrue(perSecond == 0 || !text.startsWith("0 "), text);
    }

    private static double unit(String text) {
        return Math.pow(1024, UNITS.indexOf(text.charAt(text.indexOf(' ') + 1)));
    }

    private static double valueOf(String text) {
        return Double.parseDouble(text.substring(0, text.indexOf(' '))) * unit(text);
    }
}
