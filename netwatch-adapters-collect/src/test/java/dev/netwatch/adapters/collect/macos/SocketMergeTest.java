package dev.netwatch.adapters.collect.macos;

import static dev.netwatch.adapters.collect.macos.RecordedOutput.listener;
import static dev.netwatch.adapters.collect.macos.RecordedOutput.tcp;
import static dev.netwatch.adapters.collect.macos.RecordedOutput.udp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose bytes are whose, and which socket is which. */
class SocketMergeTest {
    private static final FiveTuple ONE = tcp("10.0.0.1", 1, "10.0.0.9", 443);

    private final MacBench mac = new MacBench();

    private static String flow(long received, long sent) {
        return "tcp4 10.0.0.1:1<->10.0.0.9:443,en0,Established," + received + "," + sent + ",0,0,so,\n";
    }

    private static String file(String device) {
        return "f3\ntIPv4\n" + (device.isEmpty() ? "" : "d" + device + "\n")
                + "PTCP\nn10.0.0.1:1->10.0.0.9:443\nTST=ESTABLISHED\n";
    }

    private static Optional<ByteCounters> exact(long received, long sent) {
        return Optional.of(ByteCounters.exact(received, sent));
    }

    @Test
    void noSocketBorrowsTheBytesOfAnotherProcess() {
        Sample sample = mac.prints("a.1,,,,,,,,\n" + flow(10, 20), "p2\ncb\n" + file("0xa"))
                .sample();
        assertEquals(2, sample.open().size());
        for (SocketSample socket : sample.open()) {
            boolean counted = socket.owner().process().orElseThrow().pid() == 1;
            assertEquals(counted ? exact(10, 20) : Optional.empty(), socket.counters());
        }
    }

    @Test
    void noSocketBorrowsTheBytesOfAnotherPort() {
        String other = "p1\nca\nf3\ntIPv4\nd0xa\nPTCP\nn10.0.0.1:2->10.0.0.9:443\nTST=ESTABLISHED\n";
        Sample sample = mac.prints("a.1,,,,,,,,\n" + flow(10, 20), other).sample();
        assertEquals(exact(10, 20), sample.find(ONE).orElseThrow().counters());
        FiveTuple two = tcp("10.0.0.1", 2, "10.0.0.9", 443);
        assertEquals(Optional.empty(), sample.find(two).orElseThrow().counters());
    }

    @Test
    void socketsThatShareTheirEndpointsGetNoBytesAndThatIsTold() {
        String flows = "a.1,,,,,,,,\nudp4 *:5353<->*:*,en0,,10,20,,,so,\nudp4 *:5353<->*:*,en1,,30,40,,,so,\n";
        String files = "p1\nca\nf3\ntIPv4\nd0xa\nPUDP\nn*:5353\nf4\ntIPv4\nd0xb\nPUDP\nn*:5353\n";
        Sample sample = mac.prints(flows, files).sample();
        assertEquals(2, sample.open().size());
        assertTrue(sample.open().stream().allMatch(socket -> socket.counters().isEmpty()));
        assertTrue(sample.coverage().reasons().stream()
                .anyMatch(reason -> reason.code().equals("bytes-shared")
                        && reason.sentence().contains("2 flows")));
    }

    @Test
    void oneSocketInSeveralRowsIsSummedAndAnEstimate() {
        String flows = "a.1,,,,,,,,\nudp4 *:5353<->*:*,en0,,10,20,,,so,\nudp4 *:5353<->*:*,en1,,30,40,,,so,\n";
        Optional<ByteCounters> sum = Optional.of(ByteCounters.exact(40, 60).estimated());
        FiveTuple multicast = udp("0.0.0.0", 5353);
        assertEquals(sum, mac.prints(flows, "").sampleOf(multicast).counters());
        String file = "p1\nca\nf3\ntIPv4\nd0xa\nPUDP\nn*:5353\n";
        assertEquals(sum, mac.prints(flows, file).sampleOf(multicast).counters());
    }

    @Test
    void zonesThatOneProgramLeavesOutDoNotKeepASocketFromItsBytes() {
        String flows = "a.1,,,,,,,,\ntcp6 fe80::1.1<->fe80::2.443,en0,Established,10,20,0,0,so,\n";
        String file = "p1\nca\nf3\ntIPv6\nd0xa\nPTCP\nn[fe80:4::1]:1->[fe80:4::2]:443\nTST=ESTABLISHED\n";
        Sample sample = mac.prints(flows, file).sample();
        assertEquals(1, sample.open().size());
        assertEquals(
                exact(10, 20),
                sample.find(tcp("fe80::1%en0", 1, "fe80::2%en0", 443))
                        .orElseThrow()
                        .counters());
    }

    @Test
    void zonesThatDifferAreDifferentSockets() {
        String flows = "a.1,,,,,,,,\n"
                + "tcp6 fe80::1%en0.1<->fe80::2%en0.443,en0,Established,10,20,0,0,so,\n"
                + "tcp6 fe80::1%utun5.1<->fe80::2%utun5.443,utun5,Established,30,40,0,0,so,\n";
        String file = "p1\nca\nf3\ntIPv6\nd0xa\nPTCP\nn[fe80:4::1]:1->[fe80:4::2]:443\nTST=ESTABLISHED\n";
        Sample sample = mac.prints(flows, file).sample();
        assertEquals(2, sample.open().size());
        assertEquals(
                exact(10, 20),
                sample.find(tcp("fe80::1%en0", 1, "fe80::2%en0", 443))
                        .orElseThrow()
                        .counters());
        assertEquals(
                exact(30, 40),
                sample.find(tcp("fe80::1%utun5", 1, "fe80::2%utun5", 443))
                        .orElseThrow()
                        .counters());
    }

    @Test
    void whatIsNotToldIsNotZero() {
        String flows = "a.1,,,,,,,,\ntcp4 10.0.0.1:1<->10.0.0.9:443,en0,Established,,,,,so,\n";
        assertEquals(Optional.empty(), mac.prints(flows, "").sampleOf(ONE).counters());
        String half = "a.1,,,,,,,,\ntcp4 10.0.0.1:1<->10.0.0.9:443,en0,Established,5,,,,so,\n";
        Sample sample = mac.prints(half, "").sample();
        assertEquals(Optional.empty(), sample.find(ONE).orElseThrow().counters());
        assertEquals(Coverage.Level.PARTIAL, sample.coverage().level());
    }

    @Test
    void whereResentBytesAreNotToldTheFigureIsAnEstimate() {
        String flows = "a.1,,,,,,,,\ntcp4 10.0.0.1:1<->10.0.0.9:443,en0,Established,5,6,,,so,\n";
        assertEquals(
                Optional.of(ByteCounters.exact(5, 6).estimated()),
                mac.prints(flows, "").sampleOf(ONE).counters());
    }

    @Test
    void countersThatFellAreOfAnotherSocket() {
        SocketId first = mac.prints("a.1,,,,,,,,\n" + flow(100, 200), "p1\nca\n" + file("0xa"))
                .idOf(ONE);
        assertEquals(
                first,
                mac.prints("a.1,,,,,,,,\n" + flow(100, 201), "p1\nca\n" + file("0xa"))
                        .idOf(ONE));
        assertNotEquals(
                first,
                mac.prints("a.1,,,,,,,,\n" + flow(3, 4), "p1\nca\n" + file("0xa"))
                        .idOf(ONE));
    }

    @Test
    void resentBytesThatAreCountedLateAreNoOtherSocket() {
        String before = "a.1,,,,,,,,\ntcp4 10.0.0.1:1<->10.0.0.9:443,en0,Established,5,3000,0,0,so,\n";
        String after = "a.1,,,,,,,,\ntcp4 10.0.0.1:1<->10.0.0.9:443,en0,Established,5,3000,0,1400,so,\n";
        SocketId first = mac.prints(before, "").idOf(ONE);
        SocketSample second = mac.prints(after, "").sampleOf(ONE);
        assertEquals(first, second.id());
        assertEquals(3000, second.counters().orElseThrow().sent(), "what was told does not fall");
    }

    @Test
    void anotherDeviceIsAnotherSocket() {
        SocketId first = mac.prints("", "p1\nca\n" + file("0xa")).idOf(ONE);
        assertEquals(first, mac.prints("", "p1\nca\n" + file("")).idOf(ONE), "not told is no other device");
        assertEquals(first, mac.prints("", "p1\nca\n" + file("0xa")).idOf(ONE));
        assertNotEquals(first, mac.prints("", "p1\nca\n" + file("0xb")).idOf(ONE));
    }

    @Test
    void aSocketThatWasGoneIsAnother() {
        SocketId first = mac.prints("a.1,,,,,,,,\n" + flow(1, 2), "").idOf(ONE);
        mac.prints("", "").sample();
        SocketId second = mac.prints("a.1,,,,,,,,\n" + flow(1, 2), "").idOf(ONE);
        assertNotEquals(first, second);
        assertEquals(second, mac.prints("a.1,,,,,,,,\n" + flow(1, 3), "").idOf(ONE));
    }

    @Test
    void lsofMaySeeASocketLaterThanNettop() {
        SocketId first = mac.prints("a.1,,,,,,,,\n" + flow(1, 2), "").idOf(ONE);
        assertEquals(
                first,
                mac.prints("a.1,,,,,,,,\n" + flow(1, 2), "p1\nca\n" + file("0xa"))
                        .idOf(ONE));
    }

    @Test
    void whereNobodyTellsAStateDataProvesAConnection() {
        String silent = "a.1,,,,,,,,\ntcp4 10.0.0.1:1<->10.0.0.9:443,en0,,%d,0,0,0,ch,\n";
        assertEquals(
                SocketState.ESTABLISHED,
                mac.prints(silent.formatted(7), "").sampleOf(ONE).state());
        assertEquals(
                SocketState.CLOSED,
                new MacBench().prints(silent.formatted(0), "").sampleOf(ONE).state());
    }

    @Test
    void aSocketThatOnlyWaitsHasNothingToCount() {
        String flows = "a.1,,,,,,,,\nudp4 *:68<->*:*,,,%d,0,,,so,\n";
        FiveTuple dhcp = udp("0.0.0.0", 68);
        assertEquals(
                Optional.empty(),
                mac.prints(flows.formatted(0), "").sampleOf(dhcp).counters());
        assertEquals(
                exact(5, 0), mac.prints(flows.formatted(5), "").sampleOf(dhcp).counters());
    }

    @Test
    void aListenerIsNobodysConnection() {
        String flows = "a.1,,,,,,,,\ntcp4 *:80<->*:*,,Listen,0,0,0,0,so,\n";
        SocketSample socket = mac.prints(flows, "p1\nca\nf3\ntIPv4\nd0xa\nPTCP\nn*:80\nTST=LISTEN\n")
                .sampleOf(listener("0.0.0.0", 80));
        assertEquals(Optional.empty(), socket.counters());
        assertFalse(socket.direction().isEmpty());
        assertEquals(List.of(), mac.sample().closed());
    }
}
