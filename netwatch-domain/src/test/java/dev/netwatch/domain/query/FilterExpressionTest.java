package dev.netwatch.domain.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.LocalInterface;
import dev.netwatch.domain.track.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterExpressionTest {
    private static boolean finds(String filter, Connection connection) {
        return FilterExpression.parse(filter).accepts(connection);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "curl",
                "CURL",
                "usr/bin",
                "\"/usr/bin/curl\"",
                "mirror",
                "203.0.113",
                "203.0.113.9",
                "203.0.113.9:443",
                "mirror.example.org:443",
                "\"example networks\"",
                "203.0.113.0/24",
                "0.0.0.0/0",
                "::ffff:203.0.113.0/120",
                "process:curl",
                "PROCESS:Curl",
                "process:bin/cu",
                "pid:4711",
                "pid:4000-5000",
                "user:ada",
                "user:1000",
                "host:example.org",
                "remote:mirror",
                "remote:203.0.113.9",
                "remote:203.0.",
                "remote:203.0.0.0/16",
                "port:443",
                "port:50122",
                "port:400-500",
                "proto:tcp",
                "proto:T",
                "state:established",
                "state:est",
                "org:networks",
                "org:\"example networks\"",
                "container:web",
                "container:DOCKER",
                "container:01234",
                "container:6c3ad",
                "unit:docker",
                "netns:4026532281",
                "interface:eth0",
                ">1MB",
                ">1.4M",
                ">1499999",
                "<1.5Mi",
                "<2g",
                ">1400kb",
                ">1000KiB",
                "rate>99k",
                "RATE<100.1kB",
                "new",
                "NEW",
                "/^cu.l$/",
                "/MIRROR|nothing/",
                "/^203\\.0\\./",
                "/ networks$/",
                "/bin\\/curl/",
                "!wget",
                "!!curl",
                "! wget",
                "curl or wget",
                "wget or curl",
                "wget OR curl",
                "curl !wget port:443",
                "(curl)",
                "curl(mirror)",
                "wget or (curl !(firefox or chrome))",
            })
    void findsTheConnectionOfWhichAllIsKnown(String filter) {
        assertTrue(finds(filter, Filtered.curl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wget",
                "443",
                "192.0.2.1",
                "203.0.113.1",
                "203.0.113.10:443",
                "198.51.100.0/24",
                "\"curl \"",
                "process:443",
                "pid:471",
                "user:100",
                "user:root",
                "host:203",
                "host:curl",
                "remote:192.0.2.1",
                "port:44",
                "port:444-500",
                "proto:udp",
                "state:listen",
                "org:curl",
                "container:db",
                "unit:ssh",
                "netns:4026531840",
                "interface:eth1",
                ">1.5MB",
                "<1.5MB",
                ">1.5Mi",
                "rate>100k",
                "rate<100k",
                "seen",
                "listening",
                "closed",
                "/^url/",
                "/44[3]/",
                "!curl",
                "!(curl or wget)",
                "curl wget",
                "\"closed\"",
            })
    void doesNotFindIt(String filter) {
        assertFalse(finds(filter, Filtered.curl()));
    }

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, true, false", "true, false, true", "true, false, false", "false, true, true"
    })
    void orBindsWeakestAndNotStrongest(boolean a, boolean b, boolean c) {
        Connection curl = Filtered.curl();
        String one = a ? "curl" : "wget";
        String two = b ? "mirror" : "origin";
        String three = c ? "tcp" : "udp";
        String filter = one + " or " + two + " proto:" + three;
        assertEquals(a || b && c, finds(filter, curl), filter);
        assertEquals(!a && b || c, finds("!" + one + " " + two + " or proto:" + three, curl));
        assertEquals((a || b) && c, finds("(" + one + " or " + two + ") proto:" + three, curl));
        assertEquals(!(a || b) && c, finds("!(" + one + " or " + two + ") proto:" + three, curl));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">0",
                "<1G",
                "rate>0",
                "rate<1G",
                "new",
                "seen",
                "process:c",
                "pid:0-99999",
                "user:0-99999",
                "host:e",
                "remote:0",
                "0.0.0.0/0",
                "org:e",
                "container:w",
                "unit:d",
                "netns:4",
                "interface:e",
                "/./",
            })
    void whatIsNotKnownIsNeverFoundAndItsOppositeAlways(String filter) {
        assertFalse(finds(filter, Filtered.listener()));
        assertTrue(finds("!" + filter, Filtered.listener()));
    }

    @Test
    void keywordsTellWhatASocketDoes() {
        assertTrue(finds("listening port:8080", Filtered.listener()));
        assertTrue(finds("closed", Filtered.closed(Filtered.curl())));
        assertTrue(finds("seen", Filtered.to("198.51.100.1")));
        assertFalse(finds("new", Filtered.to("198.51.100.1")));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8::1, true",
        "2001:DB8:0::1, true",
        "[2001:db8::1]:22, true",
        "2001:db8::/32, true",
        "2001:db8::2/127, false",
        "remote:2001:db8::/64, true",
        "db8::1, false",
        "remote:\"db8::1\", true",
        "0.0.0.0/0, false",
        "::/0, true",
    })
    void addressesOfVersionSixAreNoFields(String filter, boolean found) {
        assertEquals(found, finds(filter, Filtered.to("2001:db8::1")));
    }

    @Test
    void aZoneIsPartOfAnAddressWhereItIsWritten() {
        assertTrue(finds("fe80::1", Filtered.to("fe80::1%eth0")));
        assertTrue(finds("fe80::1%eth0", Filtered.to("fe80::1%eth0")));
        assertFalse(finds("fe80::1%eth1", Filtered.to("fe80::1%eth0")));
        assertTrue(finds("fe80::%eth0/10", Filtered.to("fe80::1%eth0")));
    }

    @Test
    void anInterfaceIsAllThatUsesItOnceInterfacesAreKnown() {
        LocalInterface wlan = new LocalInterface("wlan0", 3, true, false, List.of(IpAddress.parse("192.0.2.1")));
        FilterExpression filter = FilterExpression.parse("interface:wlan0");
        assertFalse(filter.accepts(Filtered.curl()));
        assertTrue(filter.on(List.of(wlan)).accepts(Filtered.curl()));
        assertFalse(FilterExpression.parse("interface:eth1").on(List.of(wlan)).accepts(Filtered.curl()));
    }

    @Test
    void whatIsHiddenOtherwiseIsAskedForByName() {
        assertTrue(FilterExpression.parse("curl or !(listening)").asksForListening());
        assertTrue(FilterExpression.parse("state:listen").asksForListening());
        assertFalse(FilterExpression.parse("\"listening\"").asksForListening());
        assertTrue(FilterExpression.parse("state:time-wait").asksForRemnants());
        assertFalse(FilterExpression.parse("time-wait").asksForRemnants());
        assertTrue(FilterExpression.parse("curl 127.0.0.0/8").asksForLoopback());
        assertFalse(FilterExpression.parse("10.0.0.0/8").asksForLoopback());
    }

    @ParameterizedTest
    @CsvSource({
        "'  a   B ', a B",
        "a OR (b c) or (d or e), a or b c or (d or e)",
        "(a b) c, (a b) c",
        "!(!a), !!a",
        "((a)), a",
        "\"a\", a",
        "'\"new\" NEW', '\"new\" new'",
        "remote:10.0.0.0/8, 10.0.0.0/8",
        "10.0.0.1/32, 10.0.0.1",
        "\"10.0.0.1\", \"10.0.0.1\"",
        ">1024Ki >1.5kB, >1048576 >1500",
        "<0 rate>5000M, <0 rate>5G",
        "port:80-80, port:80",
        "org:\"a \\\"b\\\" \\\\ \\c\", org:\"a \\\"b\\\" \\\\ \\\\c\"",
        "/a\\/b/, /a\\/b/",
        "a/b, \"a/b\"",
    })
    void isWrittenInOneWay(String filter, String canonical) {
        assertEquals(canonical, FilterExpression.parse(filter).toString());
        assertEquals(FilterExpression.parse(filter), FilterExpression.parse(canonical));
    }

    @Test
    void theFilterInterfaceIsUnchangedForOthers() {
        Filter both = FilterExpression.parse("curl").and(FilterExpression.parse("new"));
        assertTrue(both.accepts(Filtered.curl()));
        assertTrue(FilterExpression.parse("wget").or(both).accepts(Filtered.curl()));
        assertFalse(both.negated().accepts(Filtered.curl()));
    }
}
