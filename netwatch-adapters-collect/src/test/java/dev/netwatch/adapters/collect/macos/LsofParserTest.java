package dev.netwatch.adapters.collect.macos;

import static dev.netwatch.adapters.collect.macos.RecordedOutput.listener;
import static dev.netwatch.adapters.collect.macos.RecordedOutput.tcp;
import static dev.netwatch.adapters.collect.macos.RecordedOutput.udp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.adapters.collect.macos.LsofSocket.Holder;
import dev.netwatch.domain.connection.SocketState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LsofParserTest {
    private static final Optional<SocketState> LISTEN = Optional.of(SocketState.LISTEN);

    private static Listing<LsofSocket> parse(String output) {
        return LsofParser.parse(output, RecordedOutput.endpoints()).orElseThrow();
    }

    @Test
    void allFieldsOfADescriptorMakeASocket() {
        LsofSocket chrome = new LsofSocket(
                "0xcdf758597a6d43c3",
                tcp("192.168.1.4", 61472, "221.229.52.145", 443),
                Optional.of(SocketState.ESTABLISHED),
                List.of(new Holder(1190, "Google Chrome Helper")));
        assertEquals(new Listing<>(List.of(chrome), 0), parse(RecordedOutput.read("lsof-443.txt")));
    }

    @Test
    void oneSocketOnTwoDescriptorsIsOne() {
        Listing<LsofSocket> listing = parse(RecordedOutput.read("lsof-listen.txt"));
        assertEquals(
                List.of(
                        new LsofSocket("", listener("0.0.0.0", 49159), LISTEN, List.of(new Holder(455, "rapportd"))),
                        new LsofSocket("", listener("127.0.0.1", 8080), LISTEN, List.of(new Holder(455, "rapportd"))),
                        new LsofSocket("", listener("::1", 9229), LISTEN, List.of(new Holder(1978, "")))),
                listing.entries());
        assertEquals(1, listing.unreadable(), "the line that was edited by hand");
    }

    @Test
    void oneSocketOfTwoProcessesIsOneAndLaunchdHoldsItForOthers() {
        String output = "p1\nclaunchd\nf7\ntIPv6\nd0xa\nPTCP\nn*:22\nTST=LISTEN\n"
                + "p900\ncsshd\nf3\ntIPv6\nd0xa\nPTCP\nn*:22\nTST=LISTEN\n"
                + "p901\ncsshd\nf3\ntIPv6\nd0xb\nPTCP\nn*:22\nTST=LISTEN\n";
        List<LsofSocket> sockets = parse(output).entries();
        assertEquals(2, sockets.size());
        assertEquals(listener("::", 22), sockets.get(0).tuple());
        assertEquals(new Holder(900, "sshd"), sockets.get(0).owner());
        assertEquals(new Holder(901, "sshd"), sockets.get(1).owner());
    }

    @Test
    void theKernelsPlaceForAZoneIsRead() {
        String output = "p86\ncremoted\nf4\ntIPv6\nd0xa\nPTCP\n"
                + "n[fe80:4::aede:48ff:fe00:1122]:49153->[fe80:11::aede:48ff:fe33:4455]:59602\nTST=ESTABLISHED\n"
                + "f5\ntIPv6\nd0xb\nPTCP\nn[fe80:63::1]:1\nTST=LISTEN\n";
        List<LsofSocket> sockets = parse(output).entries();
        assertEquals(
                tcp("fe80::aede:48ff:fe00:1122%en0", 49153, "fe80::aede:48ff:fe33:4455%utun5", 59602),
                sockets.get(0).tuple());
        assertEquals(
                "[fe80::1%99]:1", sockets.get(1).tuple().local().toString(), "an interface nobody knows is its number");
    }

    @Test
    void whatIsNeitherTcpNorUdpOrHasNoPortYetIsNoLoss() {
        String output = "p7\ncx\nf1\ntIPv4\nd0xa\nPICMP\nn*:*\nf2\ntIPv4\nd0xb\nPUDP\nn*:*\n"
                + "f3\ntIPv4\nd0xc\nPTCP\nn*:*\nTST=CLOSED\nf4\ntIPv4\nd0xd\nPUDP\nn*:68\n";
        Listing<LsofSocket> listing = parse(output);
        assertEquals(0, listing.unreadable());
        assertEquals(
                List.of(udp("0.0.0.0", 68)),
                listing.entries().stream().map(LsofSocket::tuple).toList());
    }

    @Test
    void namesAreDecoded() {
        String output = "p842\nc\\xe5\\xbe\\xae\\xe4\\xbf\\xa1\nf4\ntIPv4\nd0xa\nPUDP\nn*:68\n";
        assertEquals("微信", parse(output).entries().get(0).holders().get(0).name());
        assertEquals("Code H", LsofText.decode("Code\\x20H"));
        assertEquals("a\\b\\x", LsofText.decode("a\\b\\x"));
        assertEquals("\\xzz\\x1", LsofText.decode("\\xzz\\x1"));
    }

    @ParameterizedTest
    @CsvSource({
        "LISTEN, LISTEN", "SYN_SENT, SYN_SENT", "SYN_RCVD, SYN_RECEIVED", "FIN_WAIT_2, FIN_WAIT_2",
        "FinWait1, FIN_WAIT_1", "TimeWait, TIME_WAIT", "SynReceived, SYN_RECEIVED", "LastAck, LAST_ACK"
    })
    void statesHaveTheSpellingsOfBoth(String word, SocketState state) {
        assertEquals(Optional.of(state), TcpStates.parse(word));
    }

    @Test
    void unreadableDescriptorsAreCounted() {
        String output = "p1\nca\nf1\ntIPv4\nPTCP\nnhost.example:http->10.0.0.1:443\nf2\ntIPv4\nPTCP\nn10.0.0.1:1\n"
                + "f3\ntIPv4\nPTCP\n"
                + "pnot-a-number\nf4\ntIPv4\nPTCP\nn10.0.0.1:2\n";
        Listing<LsofSocket> listing = parse(output);
        assertEquals(4, listing.unreadable());
        assertEquals(
                List.of(listener("10.0.0.1", 1)),
                listing.entries().stream().map(LsofSocket::tuple).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lsof: illegal option -- F", "command not found", "<html>", "pnot-a-number\n", "n*:1\n"})
    void whatNamesNoProcessIsNoListing(String output) {
        assertEquals(Optional.empty(), LsofParser.parse(output, RecordedOutput.endpoints()));
    }

    @Test
    void nothingIsAListOfNothing() {
        assertTrue(parse("").entries().isEmpty());
    }
}
