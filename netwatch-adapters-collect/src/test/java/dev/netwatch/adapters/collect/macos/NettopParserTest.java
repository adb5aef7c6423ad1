package dev.netwatch.adapters.collect.macos;

import static dev.netwatch.adapters.collect.macos.RecordedOutput.end;
import static dev.netwatch.adapters.collect.macos.RecordedOutput.tcp;
import static dev.netwatch.adapters.collect.macos.RecordedOutput.udp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.adapters.collect.macos.NettopRow.Stack;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NettopParserTest {
    private static final String HEADER = "time,,interface,state,bytes_in,bytes_out,rx_dupe,re-tx,arch,\n";

    private static Listing<NettopRow> parse(String output) {
        return NettopParser.parse(output, RecordedOutput.endpoints()).orElseThrow();
    }

    private static Optional<FlowBytes> bytes(long received, long sent) {
        return Optional.of(new FlowBytes(received, sent, OptionalLong.empty(), OptionalLong.empty()));
    }

    private static Optional<FlowBytes> allTold(long received, long sent) {
        return Optional.of(new FlowBytes(received, sent, OptionalLong.of(0), OptionalLong.of(0)));
    }

    @Test
    void eachFlowBelongsToTheProcessAboveIt() {
        Listing<NettopRow> listing = parse(RecordedOutput.read("nettop-wifi.csv"));
        FiveTuple quic =
                new FiveTuple(Protocol.UDP, end("10.75.142.86", 53993), Optional.of(end("17.248.245.233", 443)));
        Optional<SocketState> unknown = Optional.empty();
        assertEquals(
                List.of(
                        new NettopRow(
                                601,
                                "apsd",
                                tcp("10.75.142.86", 61704, "17.57.144.27", 443),
                                unknown,
                                bytes(152376, 85228),
                                Stack.UNKNOWN),
                        new NettopRow(
                                43154,
                                "Google Chrome H",
                                tcp("10.75.142.86", 49565, "52.26.44.205", 443),
                                unknown,
                                bytes(4653, 2194),
                                Stack.UNKNOWN),
                        new NettopRow(43154, "Google Chrome H", quic, unknown, bytes(5413, 5321), Stack.USER_SPACE),
                        new NettopRow(
                                812,
                                "com.apple.WebKit.Networking",
                                tcp("fe80::1", 52000, "2606:4700::6810:84e5", 443),
                                unknown,
                                bytes(900, 100),
                                Stack.UNKNOWN)),
                listing.entries());
        assertEquals(0, listing.unreadable());
    }

    @Test
    void allColumnsAreFoundByTheirNames() {
        Listing<NettopRow> listing = parse(RecordedOutput.read("nettop-full.csv"));
        assertEquals(0, listing.unreadable());
        assertEquals(6, listing.entries().size());
        NettopRow multicast = listing.entries().get(0);
        assertEquals(udp("::", 5353), multicast.tuple());
        assertEquals(bytes(14431855, 8190886), multicast.bytes());
        assertEquals(Stack.KERNEL, multicast.stack());
        NettopRow push = listing.entries().get(5);
        assertEquals("Microsoft Edge ", push.process());
        assertEquals(772, push.pid());
        assertEquals(Optional.of(SocketState.ESTABLISHED), push.state());
        assertEquals(allTold(27201, 31090), push.bytes());
        assertEquals(Stack.USER_SPACE, push.stack());
    }

    @Test
    void theKernelIsAProcessToo() {
        NettopRow row =
                parse(RecordedOutput.read("nettop-kernel-task.csv")).entries().get(0);
        assertEquals(0, row.pid());
        assertEquals("kernel_task", row.process());
        assertEquals(allTold(322736, 229260), row.bytes());
    }

    @Test
    void theSecondBlockIsOfDifferencesAndNotRead() {
        Listing<NettopRow> listing = parse(RecordedOutput.read("nettop-two-blocks.csv"));
        assertEquals(new Listing<>(List.of(), 0), listing);
        String again = HEADER + "1:00:00.0,a.1,,,,,,,,\n1:00:00.0,tcp4 10.0.0.1:1<->10.0.0.2:2,en0,Listen,7,8,,,so,\n";
        assertEquals(1, parse(again + again).entries().size());
    }

    @Test
    void emptyCellsAreUnknownNotZero() {
        String output = HEADER
                + "18:18:38.1,a.1,,,,,,,,\n"
                + "18:18:38.1,tcp6 ::1.8021<->*.*,lo0,Listen,,,,,so,\n"
                + "18:18:38.1,udp4 *:*<->*:*,,,,,,,so,\n";
        Listing<NettopRow> listing = parse(output);
        assertEquals(0, listing.unreadable());
        assertEquals(2, listing.entries().size());
        assertTrue(listing.entries().stream().allMatch(row -> row.bytes().isEmpty()));
    }

    @Test
    void zonesAndMappedAddressesAreRead() {
        String output = HEADER
                + "18:18:38.1,a.1,,,,,,,,\n"
                + "18:18:38.1,tcp6 fe80::1%en0.51750<->fe80::2%en0.443,en0,Established,1,2,0,0,so,\n"
                + "18:18:38.1,tcp6 ::ffff:192.0.2.1.80<->::ffff:192.0.2.2.5000,en0,CloseWait,1,2,0,0,so,\n"
                + "18:18:38.1,udp46 *.53<->*.*,en0,,1,2,,,so,\n";
        List<NettopRow> rows = parse(output).entries();
        assertEquals(tcp("fe80::1%en0", 51750, "fe80::2%en0", 443), rows.get(0).tuple());
        assertEquals(tcp("192.0.2.1", 80, "192.0.2.2", 5000), rows.get(1).tuple());
        assertEquals(Optional.of(SocketState.CLOSE_WAIT), rows.get(1).state());
        assertEquals(udp("::", 53), rows.get(2).tuple());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"App, Helper.123\"",
                "App, Helper.123",
                "a,b,,,c.123",
                "微信.123",
                "\"x.123",
                "udp4 *:1<->*:*.123",
                "udp6 *.1<->*.5.123",
                "v1.2.3.123",
                " .123"
            })
    void namesMayBeAnything(String subject) {
        String output = HEADER
                + "18:18:38.1,first.1,,,,,,,,\n"
                + "18:18:38.1," + subject + ",,,5,6,0,0,,\n"
                + "18:18:38.1,tcp4 10.0.0.1:1<->10.0.0.2:2,en0,Established,7,8,0,0,so,\n";
        Listing<NettopRow> listing = parse(output);
        assertEquals(0, listing.unreadable(), subject);
        assertEquals(123, listing.entries().get(0).pid());
        assertEquals(
                subject.replace("\"App", "App").replace(".123\"", "").replace(".123", ""),
                listing.entries().get(0).process());
    }

    /** Whoever calls itself like a flow, or breaks the line with its name, loses its own flows and gets nobody else's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "18:18:38.1,udp6 *.1<->::2.123,,,5,6,0,0,,",
                "18:18:38.1,two\n lines.123,,,5,6,0,0,,",
                "18:18:38.1,no number,,,5,6,0,0,,",
                "18:18:38.1,.123,,,5,6,0,0,,",
                "18:18:38.1,cut.12",
                "not a time,app.123,,,5,6,0,0,,",
                "18:18:38.1,odd.123,en0,Established,5,6,0,0,so,"
            })
    void aProcessThatIsNotUnderstoodGivesItsFlowsToNobody(String line) {
        String output = HEADER
                + "18:18:38.1,first.1,,,,,,,,\n"
                + line + "\n"
                + "18:18:38.1,tcp4 10.0.0.1:1<->10.0.0.2:2,en0,Established,7,8,0,0,so,\n"
                + "18:18:38.1,last.9,,,,,,,,\n"
                + "18:18:38.1,tcp4 10.0.0.1:3<->10.0.0.2:4,en0,Established,7,8,0,0,so,\n";
        Listing<NettopRow> listing = parse(output);
        assertEquals(List.of(9L), listing.entries().stream().map(NettopRow::pid).toList());
        assertTrue(listing.unreadable() > 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp4 10.0.0.256:1<->10.0.0.2:2",
                "tcp4 10.0.0.1:70000<->10.0.0.2:2",
                "tcp4 host.example:1<->10.0.0.2:2",
                "tcp4 10.0.0.1:1<->10.0.0.2:2<->10.0.0.3:3",
                "tcp5 10.0.0.1:1<->10.0.0.2:2",
                "tcp6 fe80::1%.1<->fe80::2.2"
            })
    void aFlowThatIsNotUnderstoodIsCountedAndNotGuessed(String flow) {
        String output = HEADER + "18:18:38.1,a.1,,,,,,,,\n18:18:38.1," + flow + ",en0,Established,7,8,0,0,so,\n";
        assertEquals(new Listing<>(List.of(), 1), parse(output));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "nettop: unknown option", "{\"json\": true}", "time,process,bytes_in", ",bytes_in,"})
    void whatHasNoHeaderIsNoListing(String output) {
        assertEquals(Optional.empty(), NettopParser.parse(output, RecordedOutput.endpoints()));
    }
}
