package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.IpAddress;
import java.math.BigInteger;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {
    private static IpRange range(String first, String last) {
        return new IpRange(IpAddress.parse(first), IpAddress.parse(last));
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.0 - 8.8.8.255, 8.8.8.0, 8.8.8.255",
        "8.8.8.0-8.8.8.255, 8.8.8.0, 8.8.8.255",
        "1.208.0.0 - 1.255.255.255 (/12+/11), 1.208.0.0, 1.255.255.255",
        "200.160/13, 200.160.0.0, 200.167.255.255",
        "200.3.12/22, 200.3.12.0, 200.3.15.255",
        "8/8, 8.0.0.0, 8.255.255.255",
        "192.0.2.77/24, 192.0.2.0, 192.0.2.255",
        "2A00::/12, 2a00::, 2a0f:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:DB8:: - 2001:DB8::FFFF, 2001:db8::, 2001:db8::ffff",
    })
    void registriesWriteRangesInManyWays(String text, String first, String last) {
        assertEquals(Optional.of(range(first, last)), IpRange.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "/",
                "8.8.8.8",
                "8.8.8.255 - 8.8.8.0",
                "8.8.8.0 - 2001:db8::",
                "8.8.8.0/33",
                "::/129",
                "8.8.8.0/999",
                "300.0.0.0/8",
                "8.8.8.8.8/8",
                "a - b",
                "1.2/",
                "8.8.8.0 - "
            })
    void whatIsNoRangeIsNone(String text) {
        assertEquals(Optional.empty(), IpRange.parse(text));
    }

    @Test
    void theEndsBelongToIt() {
        IpRange range = range("8.8.8.0", "8.8.8.255");
        assertTrue(range.contains(IpAddress.parse("8.8.8.0")));
        assertTrue(range.contains(IpAddress.parse("8.8.8.255")));
        assertFalse(range.contains(IpAddress.parse("8.8.9.0")));
        assertFalse(range.contains(IpAddress.parse("::808:808")));
        assertThrows(IllegalArgumentException.class, () -> range("8.8.8.1", "8.8.8.0"));
    }

    @Test
    void theWholeAddressSpaceIsRecognised() {
        assertTrue(range("0.0.0.0", "255.255.255.255").isEverything());
        assertFalse(range("0.0.0.0", "255.255.255.254").isEverything());
        assertTrue(IpRange.parse("::/0").orElseThrow().isEverything());
        assertFalse(IpRange.parse("2000::/3").orElseThrow().isEverything());
    }

    @Test
    void whatTwoHaveInCommon() {
        assertEquals(
                Optional.of(range("8.8.8.128", "8.8.8.255")),
                range("8.8.8.0", "8.8.8.255").intersect(range("8.8.8.128", "8.8.9.255")));
        assertEquals(Optional.empty(), range("8.8.8.0", "8.8.8.1").intersect(range("8.8.8.2", "8.8.8.3")));
        assertEquals(Optional.empty(), range("8.8.8.0", "8.8.8.1").intersect(range("::", "::1")));
    }

    @Property
    void aNetworkHasAsManyAddressesAsItsPrefixLeaves(@ForAll int bits, @ForAll @IntRange(max = 32) int prefix) {
        IpAddress address = IpAddress.v4(bits);
        IpRange network = IpRange.around(address, prefix);
        assertTrue(network.contains(address));
        assertEquals(BigInteger.ONE.shiftLeft(32 - prefix).subtract(BigInteger.ONE), network.width());
        assertTrue(network.first().isIn(address, prefix) && network.last().isIn(address, prefix));
    }
}
