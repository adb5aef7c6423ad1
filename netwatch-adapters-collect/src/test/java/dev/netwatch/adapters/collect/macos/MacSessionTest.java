package dev.netwatch.adapters.collect.macos;

import static dev.netwatch.adapters.collect.macos.RecordedOutput.end;
import static dev.netwatch.adapters.collect.macos.RecordedOutput.listener;
import static dev.netwatch.adapters.collect.macos.RecordedOutput.tcp;
import static dev.netwatch.adapters.collect.macos.RecordedOutput.udp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.adapters.collect.support.command.Command;
import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What becomes of a whole session, as recorded. */
class MacSessionTest {
    private static final FiveTuple CHROME_ONE = tcp("192.168.3.37", 49565, "140.82.121.3", 443);
    private static final FiveTuple CHROME_TWO = tcp("192.168.3.37", 49566, "140.82.121.3", 443);
    private static final FiveTuple CURL = tcp("192.168.3.37", 50500, "198.51.100.9", 443);

    private final MacBench mac = new MacBench();

    @Test
    void everySocketIsThereOnceWithItsOwner() {
        Sample sample = mac.session(1).sample();
        assertEquals(11, sample.open().size());
        assertEquals(11, sample.open().stream().map(SocketSample::id).distinct().count());
        assertEquals(Coverage.Level.SAMPLED, sample.coverage().level());
        assertEquals(List.of("between-samples", "no-identity"), MacBench.codes(sample.coverage()));
        ProcessRef chrome =
                sample.find(CHROME_ONE).orElseThrow().owner().process().orElseThrow();
        String path = "/Applications/Google Chrome.app/Contents/Frameworks/Google Chrome Framework.framework"
                + "/Helpers/Google Chrome Helper.app/Contents/MacOS/Google Chrome Helper";
        assertEquals(
                new ProcessRef(
                        772,
                        Optional.of(Instant.parse("2026-01-01T08:02:02Z")),
                        "Google Chrome Helper",
                        Optional.of(path),
                        List.of(path, "--type=utility --utility-sub-type=network.mojom.NetworkService"),
                        OptionalLong.of(700)),
                chrome);
        assertEquals(
                OptionalLong.of(501),
                sample.find(CHROME_ONE).orElseThrow().owner().uid());
        assertEquals(
                Optional.of("ada"),
                sample.find(CHROME_ONE).orElseThrow().owner().user());
    }

    @Test
    void parallelConnectionsStayApart() {
        Sample sample = mac.session(1).sample();
        assertEquals(
                Optional.of(ByteCounters.exact(4_653_000, 2_194)),
                sample.find(CHROME_ONE).orElseThrow().counters());
        ByteCounters resent = sample.find(CHROME_TWO).orElseThrow().counters().orElseThrow();
        assertEquals(902_000, resent.received());
        assertEquals(ByteQuality.EXACT, resent.receivedQuality());
        assertEquals(940, resent.sent(), "1180 less the 240 that were sent again");
        assertEquals(ByteQuality.ESTIMATED, resent.sentQuality());
    }

    @Test
    void whatAStackInUserSpaceCountsIsAnEstimate() {
        Sample sample = mac.session(1).sample();
        FiveTuple quic =
                new FiveTuple(Protocol.UDP, end("192.168.3.37", 53993), Optional.of(end("142.250.185.68", 443)));
        SocketSample quicFlow = sample.find(quic).orElseThrow();
        assertEquals(Optional.of(ByteCounters.exact(7_905_917, 5_321).estimated()), quicFlow.counters());
        assertEquals(SocketState.OPEN, quicFlow.state());
        SocketSample push =
                sample.find(tcp("192.168.3.37", 56241, "17.57.145.55", 5223)).orElseThrow();
        assertEquals(Optional.of(ByteCounters.exact(27_201, 31_090).estimated()), push.counters());
        assertEquals("apsd", push.owner().process().orElseThrow().name());
    }

    @Test
    void theKernelsUdpIsExactAndAListenerCarriesNothing() {
        Sample sample = mac.session(1).sample();
        SocketSample multicast = sample.find(udp("::", 5353)).orElseThrow();
        assertEquals(Optional.of(ByteCounters.exact(14_431_855, 8_190_886)), multicast.counters());
        assertEquals(Optional.of(Direction.LISTENING), multicast.direction());
        SocketSample ssh = sample.find(listener("::", 22)).orElseThrow();
        assertEquals(SocketState.LISTEN, ssh.state());
        assertEquals(Optional.empty(), ssh.counters());
    }

    @Test
    void namesAreWholeWhateverWritesThem() {
        Sample sample = mac.session(1).sample();
        List<String> names = sample.open().stream()
                .map(socket -> socket.owner().process().orElseThrow().name())
                .distinct()
                .sorted()
                .toList();
        assertEquals(List.of("Google Chrome Helper", "apsd", "curl", "launchd", "mDNSResponder", "sshd", "微信"), names);
        assertTrue(sample.open().stream().allMatch(socket -> socket.owner().attribution() == Attribution.OWNER));
    }

    @Test
    void whatIsGoneIsGoneAndTheRestIsKnownAgain() {
        Sample first = mac.session(1).sample();
        Sample second = mac.session(2).sample();
        assertTrue(second.find(CURL).isEmpty());
        assertEquals(10, second.open().size());
        for (SocketSample socket : second.open()) {
            assertEquals(first.find(socket.tuple()).orElseThrow().id(), socket.id(), () -> "another " + socket.tuple());
        }
    }

    @Test
    void anotherNetwatchGivesTheSameNames() {
        Sample mine = mac.session(1).sample();
        Sample others = new MacBench().session(1).sample();
        assertEquals(
                mine.open().stream().map(SocketSample::id).toList(),
                others.open().stream().map(SocketSample::id).toList());
    }

    @Test
    void programsRunByTheirPathsWithLimitsAndWithoutAnInheritance() {
        mac.session(1).sample();
        assertEquals(
                List.of(
                        List.of("-L", "1", "-n", "-x"),
                        List.of("-nP", "-i", "-F", "pcftdPnT"),
                        List.of("-axww -o pid= -o ppid= -o uid= -o user= -o lstart= -o comm=".split(" ")),
                        List.of("-ww -o pid= -o lstart= -o args= -p 1,272,772,842,4431,5120,601".split(" "))),
                mac.commands.asked.stream().map(Command::arguments).toList());
        for (Command command : mac.commands.asked) {
            assertTrue(command.program().isAbsolute());
            assertEquals("C", command.environment().get("LC_ALL"));
            assertFalse(command.limit().isNegative() || command.limit().isZero());
            assertTrue(command.mostBytes() > 0);
        }
        mac.commands.asked.clear();
        mac.session(2).sample();
        assertEquals(3, mac.commands.asked.size(), "arguments are asked for once");
    }

    @Test
    void whoIsNotRootIsToldWhatLsofHides() {
        Sample sample = new MacBench(ScriptedCommands.NO_ROOT).session(1).sample();
        assertTrue(MacBench.codes(sample.coverage()).contains("owners-need-root"));
    }
}
