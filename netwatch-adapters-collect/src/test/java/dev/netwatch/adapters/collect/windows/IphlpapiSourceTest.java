package dev.netwatch.adapters.collect.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import dev.netwatch.domain.testkit.ConnectionSourceContract;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeNetworkInterfaces;
import dev.netwatch.domain.testkit.Traffic;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IphlpapiSourceTest extends ConnectionSourceContract {
    private static final WindowsSystem WINDOWS = new WindowsSystem("Windows 11");

    private final ScriptedWindows windows = new ScriptedWindows();
    private final ConnectionSource source = source(WINDOWS);

    private ConnectionSource source(WindowsSystem system) {
        return new IphlpapiSource(system, () -> windows, new FakeNetworkInterfaces(), new FakeClock());
    }

    @Override
    protected ConnectionSource source() {
        return source;
    }

    @Override
    protected Traffic open(Traffic.Kind kind) {
        return new WindowsTraffic(windows, kind);
    }

    private static List<String> codes(Sample sample) {
        return sample.coverage().reasons().stream().map(Notice::code).toList();
    }

    private ScriptedWindows.Socket connection(int pid) {
        return windows.tcp("192.0.2.1", 50_000 + windows.sockets.size(), "198.51.100.1", 443, 5, pid);
    }

    private SocketSample only() {
        List<SocketSample> open = source.sample().open();
        assertEquals(1, open.size(), open.toString());
        return open.get(0);
    }

    @Test
    void refusesElsewhereAndLoadsNothing() {
        AtomicInteger loaded = new AtomicInteger();
        for (String name : List.of("Linux", "Mac OS X", "FreeBSD", "Darwin")) {
            ConnectionSource elsewhere = new IphlpapiSource(
                    new WindowsSystem(name),
                    () -> {
                        loaded.incrementAndGet();
                        return windows;
                    },
                    new FakeNetworkInterfaces(),
                    new FakeClock());
            assertEquals(
                    Optional.of("This source needs Windows, and this is " + name + "."),
                    elsewhere.refusal().map(Notice::sentence));
            assertThrows(SourceException.class, elsewhere::sample);
            elsewhere.close();
        }
        assertEquals(0, loaded.get());
    }

    @Test
    void librariesThatDoNotLoadAreARefusal() {
        ConnectionSource broken = new IphlpapiSource(
                WINDOWS,
                () -> {
                    throw new UnsatisfiedLinkError("no iphlpapi");
                },
                new FakeNetworkInterfaces(),
                new FakeClock());
        assertEquals(Optional.empty(), broken.refusal());
        assertEquals(
                "iphlpapi-missing",
                assertThrows(SourceException.class, broken::sample).notice().code());
        assertEquals(Optional.of("iphlpapi-missing"), broken.refusal().map(Notice::code));
    }

    @Test
    void countsBytesFromTheFirstLookOnAndCallsThemAnEstimate() {
        ScriptedWindows.Socket socket = connection(7);
        socket.received = 1_000_000; // before anybody looked; Windows does not tell
        assertEquals(Optional.of(ByteCounters.exact(0, 0).estimated()), only().counters());
        socket.carry(500, 70);
        Sample sample = source.sample();
        SocketSample counted = sample.open().get(0);
        assertEquals(Optional.of(ByteCounters.exact(500, 70).estimated()), counted.counters());
        assertEquals(12_000, counted.metrics().orElseThrow().rttMicros());
        assertEquals(OptionalLong.empty(), counted.metrics().orElseThrow().retransmits());
        assertTrue(
                codes(sample).contains("bytes-from-first-look"), codes(sample).toString());
    }

    @Test
    void whoIsNoAdministratorIsToldSoAndSeesNoBytes() {
        windows.isAdministrator = false;
        connection(7);
        connection(8);
        Sample sample = source.sample();
        assertTrue(sample.open().stream().allMatch(socket -> socket.counters().isEmpty()));
        assertTrue(codes(sample).contains("bytes-need-administrator"));
        assertFalse(codes(sample).contains("bytes-from-first-look"));
        assertFalse(codes(sample).contains("bytes-not-counted"));
    }

    @Test
    void aConnectionThatCannotBeMeasuredIsTold() {
        connection(7).statisticsError = WindowsError.NOT_FOUND;
        connection(8);
        Sample sample = source.sample();
        assertTrue(sample.coverage().reasons().stream()
                .anyMatch(notice -> notice.sentence().equals("The bytes of 1 TCP connection could not be counted.")));
        assertEquals(
                1,
                sample.open().stream()
                        .filter(socket -> socket.counters().isPresent())
                        .count());
    }

    @Test
    void collectionThatBeganAnewDoesNotMakeBytesFall() {
        ScriptedWindows.Socket socket = connection(7);
        source.sample();
        socket.carry(500, 500);
        source.sample();
        socket.collected.clear(); // somebody else switched it off
        socket.received = 9_999;
        assertEquals(500, only().counters().orElseThrow().received());
        socket.carry(30, 0);
        assertEquals(530, only().counters().orElseThrow().received());
    }

    @Test
    void switchesOffWhatItSwitchedOnAndNothingElse() {
        ScriptedWindows.Socket ours = connection(7);
        ScriptedWindows.Socket anothers = connection(8);
        anothers.collected.add(Statistics.DATA);
        source.sample();
        assertTrue(ours.collected.contains(Statistics.DATA));
        source.close();
        assertTrue(ours.collected.isEmpty());
        assertTrue(anothers.collected.contains(Statistics.DATA));
    }

    @Test
    void anRttBelowTheUnitIsUnknown() {
        connection(7).rttMillis = 0;
        assertEquals(Optional.empty(), only().metrics());
    }

    @Test
    void servicesBehindTheirHostAreNamed() {
        windows.processes.put(
                900, new ScriptedWindows.Process("svchost.exe", 700, true, "C:\\Windows\\System32\\svchost.exe", 0));
        windows.services.put("NlaSvc", 900);
        windows.services.put("Dnscache", 900);
        connection(900);
        assertEquals(
                "svchost.exe (Dnscache, NlaSvc)",
                only().owner().process().orElseThrow().name());
    }

    @Test
    void aProcessThatMayNotBeOpenedKeepsItsNameAndLacksItsPath() {
        windows.processes.put(900, new ScriptedWindows.Process("lsass.exe", 700, false, "C:\\x", 0));
        connection(900);
        var process = only().owner().process().orElseThrow();
        assertEquals("lsass.exe", process.name());
        assertEquals(Optional.empty(), process.executable());
        assertEquals(OptionalLong.of(700), process.parentPid());
    }

    @Test
    void aNumberWithoutAProcessIsANumber() {
        connection(4_711);
        Sample sample = source.sample();
        assertEquals(
                "pid 4711", sample.open().get(0).owner().process().orElseThrow().name());
        assertTrue(codes(sample).contains("owners-unnamed"));
    }

    @Test
    void aProcessThatBeganAfterTheSocketWasBoundIsNotItsOwner() {
        long bound = 133_000_000_000_000_000L;
        windows.processes.put(
                900,
                new ScriptedWindows.Process("later.exe", 1, true, "C:\\later.exe", bound + 2 * FileTime.PER_SECOND));
        connection(900).createdAt = bound;
        connection(900).createdAt = bound + 3 * FileTime.PER_SECOND;
        Sample sample = source.sample();
        assertEquals(
                List.of(Attribution.NO_OWNER, Attribution.OWNER),
                sample.open().stream()
                        .map(socket -> socket.owner().attribution())
                        .toList());
        assertTrue(codes(sample).contains("owners-ended"));
    }

    @Test
    void aConnectionKeepsItsIdentityWhenTimeWaitTakesItsProcess() {
        ScriptedWindows.Socket socket = connection(7);
        socket.createdAt = 5;
        var id = only().id();
        socket.state = 11;
        socket.pid = 0;
        socket.createdAt = 0;
        SocketSample waiting = only();
        assertEquals(id, waiting.id());
        assertEquals(SocketState.TIME_WAIT, waiting.state());
        assertEquals(Attribution.NO_OWNER, waiting.owner().attribution());
        assertEquals(id, only().id());
    }

    @Test
    void socketsThatShareAPortAreTwo() {
        windows.udp("0.0.0.0", 5_353, 7);
        windows.udp("0.0.0.0", 5_353, 7);
        Sample sample = source.sample();
        assertNotEquals(sample.open().get(0).id(), sample.open().get(1).id());
        assertEquals(
                sample.open().stream().map(SocketSample::id).toList(),
                source.sample().open().stream().map(SocketSample::id).toList());
    }

    @Test
    void theBufferGrowsWithTheTable() {
        for (int i = 0; i < 3_000; i++) {
            windows.tcp("192.0.2.1", 1 + i, "198.51.100.1", 443, 5, 7);
        }
        assertEquals(3_000, source.sample().open().size());
    }

    @Test
    void aTableThatNeverStopsGrowingIsGivenUp() {
        windows.isRestless = true;
        assertEquals(
                "iphlpapi-refused",
                assertThrows(SourceException.class, source::sample).notice().code());
        assertTrue(windows.calls <= 64, "asked " + windows.calls + " times");
    }

    @Test
    void withoutTheBetterClassThePoorerServes() {
        for (TableKind kind : TableKind.values()) {
            if (kind.name().endsWith("MODULE")) {
                windows.refusals.put(kind, WindowsError.INVALID_PARAMETER);
            }
        }
        connection(7);
        var id = only().id();
        assertEquals(id, only().id());
        assertEquals(Coverage.Level.SAMPLED, source.sample().coverage().level());
    }

    @Test
    void oneTableThatIsRefusedIsTold() {
        windows.refusals.put(TableKind.UDP6_MODULE, WindowsError.NOT_SUPPORTED);
        windows.refusals.put(TableKind.UDP6_PID, WindowsError.NOT_SUPPORTED);
        connection(7);
        Sample sample = source.sample();
        assertEquals(1, sample.open().size());
        assertEquals(Coverage.Level.PARTIAL, sample.coverage().level());
        assertTrue(sample.coverage().reasons().stream()
                .anyMatch(notice ->
                        notice.sentence().equals("Windows gives no table of UDP over IPv6 (ERROR_NOT_SUPPORTED).")));
    }

    @Test
    void whatATableLacksIsToldAndNotTakenFromTheOneBefore() {
        connection(7);
        connection(8);
        windows.tcp("2001:db8::1", 1, "2001:db8::2", 443, 5, 9);
        windows.damage = bytes -> {
            java.nio.ByteBuffer.wrap(bytes)
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .putInt(0, 4);
            return bytes;
        };
        Sample sample = source.sample();
        assertEquals(3, sample.open().size());
        assertEquals(Coverage.Level.PARTIAL, sample.coverage().level());
        assertTrue(codes(sample).contains("table-cut"));
    }
}
