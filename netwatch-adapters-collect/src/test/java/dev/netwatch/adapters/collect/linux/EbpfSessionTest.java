package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.adapters.collect.support.ebpf.PeerRecord;
import dev.netwatch.adapters.collect.support.ebpf.RecordedRecords;
import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Outcome;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The merge of the socket table with recorded records; needs no rights and no kernel. */
class EbpfSessionTest {
    private static final Namespace HERE =
            new Namespace("b007", Optional.of("4026531840"), new RecordedRecords().netnsCookie(), 0, true);
    private static final Identities IDENTITIES = new Identities(HERE);

    private final RecordedRecords records = new RecordedRecords();
    private final EbpfSession session;
    private long nanos;

    /** @param folder a /proc without processes: whoever made the recording is gone; 40031 and 40032 are ephemeral */
    EbpfSessionTest(@TempDir Path folder) throws IOException {
        Path range = folder.resolve("sys/net/ipv4/ip_local_port_range");
        Files.createDirectories(range.getParent());
        Files.writeString(range, "40031\t40032\n");
        LinuxSystem system = new LinuxSystem("Linux", "amd64", folder, folder.resolve("passwd"));
        session = new EbpfSession(records, new HookOwners(system), HERE, system);
    }

    private Sample merge(List<SocketSample> open, SocketSample... closed) {
        nanos += TimeUnit.SECONDS.toNanos(1);
        return session.merge(new Sample(Instant.EPOCH, nanos, open, List.of(closed), Coverage.FULL));
    }

    private static Endpoint at(int port) {
        return new Endpoint(IpAddress.parse("127.0.0.1"), port);
    }

    private SocketSample tcp(int local, int remote, SocketState state) {
        return socket(Protocol.TCP, records.cookie(local, remote), local, Optional.of(at(remote)), state);
    }

    private static SocketSample socket(
            Protocol protocol, long cookie, int local, Optional<Endpoint> remote, SocketState state) {
        return SocketSample.of(IDENTITIES.id(cookie), new FiveTuple(protocol, at(local), remote), state);
    }

    private static SocketSample only(List<SocketSample> sockets, int local, int remote) {
        List<SocketSample> found = sockets.stream()
                .filter(socket -> socket.tuple().local().port() == local
                        && socket.tuple().remote().map(Endpoint::port).orElse(0) == remote)
                .toList();
        assertEquals(1, found.size(), sockets::toString);
        return found.get(0);
    }

    @Test
    void namesOwnerAndDirectionOfASocketThatTheTableShows() {
        merge(List.of());
        Sample sample = merge(
                List.of(tcp(40_002, 40_001, SocketState.ESTABLISHED), tcp(40_001, 40_002, SocketState.ESTABLISHED)));
        SocketSample client = only(sample.open(), 40_002, 40_001);
        assertEquals(Attribution.OWNER, client.owner().attribution());
        assertTrue(client.owner().process().orElseThrow().pid() > 0);
        assertEquals(Optional.of(Direction.OUTBOUND), client.direction());
        assertEquals(
                Optional.of(Direction.INBOUND),
                only(sample.open(), 40_001, 40_002).direction());
    }

    @Test
    void doesNotGuessTheDirectionOfWhatIsOlderThanTheRecords() {
        Sample sample = merge(List.of(tcp(40_001, 40_002, SocketState.ESTABLISHED)));
        assertEquals(Optional.empty(), only(sample.open(), 40_001, 40_002).direction());
    }

    @Test
    void handsOutTheSameSampleWhereItHasNothingToAdd() {
        merge(List.of());
        SocketSample known = tcp(40_001, 40_002, SocketState.ESTABLISHED).withDirection(Direction.INBOUND);
        List<SocketSample> table = List.of(known, tcp(40_002, 40_001, SocketState.TIME_WAIT));
        for (int i = 0; i < 3; i++) {
            assertEquals(table.get(1), only(merge(table).open(), 40_002, 40_001));
        }
    }

    @Test
    void removesTheDoubtAboutTheLastByteOfAClosedSocket() {
        merge(List.of());
        ByteCounters doubted = new ByteCounters(301, 500, ByteQuality.ESTIMATED, ByteQuality.EXACT);
        Sample sample = merge(List.of(), tcp(40_003, 40_001, SocketState.CLOSED).withCounters(doubted));
        SocketSample told = only(sample.closed(), 40_003, 40_001);
        assertEquals(Optional.of(ByteCounters.exact(300, 500)), told.counters());
        assertEquals(Optional.of(Outcome.ESTABLISHED), told.outcome());
        assertTrue(records.forgotten().contains(Identities.cookie(told.id())));
    }

    @Test
    void knowsBytesAndRemoteOfAnAbortedConnectionWhoseNotificationLostThem() {
        merge(List.of());
        long cookie = records.cookie(40_005, 40_001);
        Sample sample = merge(List.of(), socket(Protocol.TCP, cookie, 40_005, Optional.empty(), SocketState.CLOSED));
        SocketSample told = only(sample.closed(), 40_005, 40_001);
        assertEquals(Optional.of(ByteCounters.exact(0, 700)), told.counters());
        assertEquals(Optional.of(Outcome.RESET), told.outcome());
    }

    @Test
    void tellsAloneWhatNoNotificationCameFor() {
        long cookie = records.cookie(40_004, 40_099);
        assertEquals(List.of(), merge(List.of()).closed(), "a notification may come yet");
        SocketSample told = only(merge(List.of()).closed(), 40_004, 40_099);
        assertEquals(Optional.of(Outcome.REFUSED), told.outcome());
        assertEquals(Optional.of(ByteCounters.exact(0, 0)), told.counters());
        assertEquals(Attribution.OWNER, told.owner().attribution());
        assertTrue(records.forgotten().contains(cookie));
        SocketSample late = socket(Protocol.TCP, cookie, 40_004, Optional.of(at(40_099)), SocketState.CLOSED);
        assertEquals(List.of(), merge(List.of(), late).closed(), "told once");
    }

    private List<SocketSample> talker() {
        return List.of(
                socket(Protocol.UDP, records.cookie(40_031, 40_032), 40_031, Optional.empty(), SocketState.OPEN));
    }

    @Test
    void splitsAUdpSocketByItsRemotes() {
        merge(List.of());
        List<SocketSample> open = merge(talker()).open();
        assertEquals(
                Optional.of(ByteCounters.exact(7, 100)),
                only(open, 40_031, 40_032).counters());
        assertEquals(
                Optional.of(ByteCounters.exact(0, 30)),
                only(open, 40_031, 40_033).counters());
        assertEquals(Optional.empty(), only(open, 40_031, 0).counters());
    }

    private static Optional<Direction> direction(List<SocketSample> sockets, int local, int remote) {
        return only(sockets, local, remote).direction();
    }

    private List<SocketSample> talkers() {
        long answerer = records.cookie(40_032, 40_031);
        return List.of(talker().get(0), socket(Protocol.UDP, answerer, 40_032, Optional.empty(), SocketState.OPEN));
    }

    @Test
    void takesWhoSentTheFirstDatagramForTheCaller() {
        merge(List.of());
        Sample sample = merge(talkers());
        assertEquals(Optional.of(Direction.OUTBOUND), direction(sample.open(), 40_031, 40_032));
        assertEquals(Optional.of(Direction.OUTBOUND), direction(sample.open(), 40_031, 40_033));
        assertEquals(Optional.of(Direction.INBOUND), direction(sample.open(), 40_032, 40_031));
        assertEquals(Optional.of(Direction.INBOUND), direction(sample.open(), 40_032, 40_034));
        assertEquals(Optional.of(Direction.OUTBOUND), direction(sample.closed(), 40_034, 40_032));
    }

    @Test
    void takesTheEphemeralPortForTheCallerWhereTheFirstDatagramMayHaveBeenMissed() {
        talkers().forEach(socket -> records.missCreation(Identities.cookie(socket.id())));
        records.put(new PeerRecord(records.cookie(40_031, 40_032), at(40_050), 5, 5, false));
        List<SocketSample> open = merge(talkers()).open();
        assertEquals(Optional.of(Direction.OUTBOUND), direction(open, 40_031, 40_050));
        assertEquals(Optional.of(Direction.UNKNOWN), direction(open, 40_031, 40_032), "both are ephemeral");
        assertEquals(Optional.of(Direction.UNKNOWN), direction(open, 40_032, 40_031), "both are ephemeral");
    }

    @Test
    void tellsARemoteThatFellSilentAsClosedAndTakesItForAnotherWhenItSpeaksAgain() {
        merge(List.of());
        SocketSample before = only(merge(talker()).open(), 40_031, 40_033);
        nanos += TimeUnit.SECONDS.toNanos(121);
        Sample silent = merge(talker());
        SocketSample told = only(silent.closed(), 40_031, 40_033);
        assertEquals(before.id(), told.id());
        assertEquals(Optional.of(ByteCounters.exact(0, 30)), told.counters());
        assertEquals(
                Optional.of(ByteCounters.exact(7, 100)),
                only(merge(talker()).open(), 40_031, 40_032).counters(),
                "its bytes are not given to the first");
        records.put(new PeerRecord(records.cookie(40_031, 40_032), at(40_033), 0, 9, true));
        SocketSample again = only(merge(talker()).open(), 40_031, 40_033);
        assertNotEquals(before.id(), again.id());
        assertEquals(Optional.of(ByteCounters.exact(0, 9)), again.counters());
    }

    @Test
    void makesRoomAtOnceWhenItGetsScarce() {
        merge(List.of());
        long cookie = records.cookie(40_031, 40_032);
        records.limitPeers(4);
        for (int sent = 1; sent <= 3; sent++) {
            records.put(new PeerRecord(cookie, at(40_050), 0, sent, true));
            Sample sample = merge(talker());
            assertEquals(
                    sent == 1,
                    sample.closed().stream()
                            .anyMatch(socket -> socket.tuple().remote().equals(Optional.of(at(40_033)))));
            only(sample.open(), 40_031, 40_050);
        }
        assertTrue(records.peer(cookie, 40_050).isPresent());
        assertFalse(records.peer(cookie, 40_033).isPresent());
    }

    @Test
    void tellsAUdpSocketThatClosedUnseenOnceAndWithItsRemote() {
        merge(List.of());
        SocketSample told = only(merge(List.of()).closed(), 40_034, 40_032);
        assertEquals(Optional.of(ByteCounters.exact(0, 50)), told.counters());
        assertEquals(
                List.of(),
                merge(List.of()).closed().stream()
                        .filter(socket -> socket.tuple().local().port() == 40_034)
                        .toList());
    }

    @Test
    void countsWhatFoundNoRoom() {
        assertEquals(0, merge(List.of()).coverage().lost());
        records.lose(3);
        Coverage coverage = merge(List.of()).coverage();
        assertEquals(3, coverage.lost());
        assertEquals(Coverage.Level.PARTIAL, coverage.level());
        assertEquals(0, merge(List.of()).coverage().lost());
    }

    @Test
    void closesTheRecords() {
        session.close();
        assertTrue(records.isClosed());
    }
}
