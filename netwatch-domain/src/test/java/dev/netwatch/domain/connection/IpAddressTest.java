package dev.netwatch.domain.connection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "255.255.255.255, 255.255.255.255",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "0:0:1::, 0:0:1::",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "fe80::1%eth0, fe80::1%eth0",
        "2001:db8::1%eth0, 2001:db8::1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::ffff:c000:201, 192.0.2.1",
        "64:ff9b::192.0.2.1, 64:ff9b::c000:201",
    })
    void readsLiteralsAndWritesTheCanonicalForm(String literal, String canonical) {
        assertEquals(canonical, IpAddress.parse(literal).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "1.2.3.-4",
                "1.2.3.4%eth0",
                "localhost",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "::12345",
                "::g",
                "fe80::1%",
                "1.2.3.4::",
                "٣.1.1.1",
                "1:2:3:4:5:6:7::8"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThrows(IllegalArgumentException.class, () -> IpAddress.parse(text));
    }

    @Property
    void agreesWithTheJdkOnEveryIpv6Address(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
        IpAddress address = IpAddress.of(bytes);
        InetAddress jdk = InetAddress.getByAddress(bytes);
        assertEquals(address, IpAddress.parse(jdk.getHostAddress()));
        assertEquals(address, IpAddress.parse(address.toString()));
        assertArrayEquals(jdk.getAddress(), address.bytes());
        assertEquals(jdk.isLoopbackAddress(), address.isLoopback());
        assertEquals(jdk.isLinkLocalAddress(), address.isLinkLocal());
        assertEquals(jdk.isMulticastAddress(), address.isMulticast());
    }

    @Property
    void agreesWithTheJdkOnEveryIpv4Address(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
        IpAddress address = IpAddress.of(bytes);
        assertEquals(InetAddress.getByAddress(bytes).getHostAddress(), address.toString());
        assertEquals(address, IpAddress.parse(address.toString()));
        assertArrayEquals(bytes, address.bytes());
    }

    @Property
    void aMappedAddressIsItsIpv4Address(@ForAll @Size(4) byte[] bytes) {
        byte[] mapped = new byte[16];
        Arrays.fill(mapped, 10, 12, (byte) 0xff);
        System.arraycopy(bytes, 0, mapped, 12, 4);
        assertEquals(IpAddress.of(bytes), IpAddress.of(mapped));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.1.1",
                "192.0.2.7",
                "224.0.0.1",
                "255.255.255.255",
                "0.0.0.0",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "2001:db8::1"
            })
    void reservedAddressesBelongToNobody(String literal) {
        assertFalse(IpAddress.parse(literal).isPublic());
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1", "2a00:1450:4001::1"})
    void routedAddressesArePublic(String literal) {
        assertTrue(IpAddress.parse(literal).isPublic());
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.0.0.0, 8, true",
        "11.1.2.3, 10.0.0.0, 8, false",
        "11.1.2.3, 10.0.0.0, 0, true",
        "10.0.0.1, 10.0.0.1, 32, true",
        "10.0.0.2, 10.0.0.1, 32, false",
        "2001:db8::1, 2001:db8::, 32, true",
        "2001:db9::1, 2001:db8::, 32, false",
        "2001:db8::1:0, 2001:db8::, 112, false",
        "2001:db8::1, 2001:db8::, 64, true",
        "2001:db8::1, 2001:db8::1, 128, true",
        "::1, 0.0.0.0, 0, false",
        "10.0.0.1, 10.0.0.1, 33, false",
    })
    void knowsItsNetworks(String address, String network, int bits, boolean inside) {
        assertEquals(inside, IpAddress.parse(address).isIn(IpAddress.parse(network), bits));
    }

    @Test
    void refusesBytesOfAnotherLength() {
        assertThrows(IllegalArgumentException.class, () -> IpAddress.of(new byte[5]));
        assertThrows(IllegalArgumentException.class, () -> new IpAddress(4, 1, 0, ""));
        assertThrows(IllegalArgumentException.class, () -> new IpAddress(4, 0, 1L << 32, ""));
    }
}
