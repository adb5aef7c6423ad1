package dev.netwatch.domain.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.history.Observation;
import dev.netwatch.domain.history.Sighting;
import dev.netwatch.domain.port.HistoryRepository;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link HistoryRepository} promises. */
public abstract class HistoryRepositoryContract {
    protected static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    protected static final Fingerprint CURL = peer("/usr/bin/curl", "192.0.2.1", 443, Protocol.TCP);

    private HistoryRepository run;

    /** Another run on the same store, at {@link #NOON} or not long after; every call in one test shares that store. */
    protected abstract HistoryRepository open();

    @BeforeEach
    void begin() {
        run = open();
    }

    @AfterEach
    void end() {
        run.close();
    }

    protected static Fingerprint peer(String process, String remote, int port, Protocol protocol) {
        return new Fingerprint(process, IpAddress.parse(remote), port, protocol);
    }

    protected static Observation seen(String socket, Fingerprint peer, Instant from, Instant until, long... bytes) {
        Optional<ByteCounters> counters =
                bytes.length == 0 ? Optional.empty() : Optional.of(ByteCounters.exact(bytes[0], bytes[1]));
        String name = peer.process().substring(peer.process().lastIndexOf('/') + 1);
        return new Observation(new SocketId(socket), peer, name, from, until, counters);
    }

    private static Observation seen(String socket, Fingerprint peer, long... bytes) {
        return seen(socket, peer, NOON, NOON, bytes);
    }

    private static HistoryQuery query(String process, String remote) {
        return new HistoryQuery(
                Optional.of(process).filter(text -> !text.isEmpty()),
                Optional.of(remote).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Integer.MAX_VALUE);
    }

    private Sighting only() {
        List<Sighting> found = run.find(HistoryQuery.ALL);
        assertEquals(1, found.size(), () -> "sightings: " + found);
        return found.get(0);
    }

    private void assertBytes(long received, long sent) {
        assertEquals(OptionalLong.of(received), only().received());
        assertEquals(OptionalLong.of(sent), only().sent());
    }

    @Test
    void anEmptyHistoryKnowsNobody() {
        assertEquals(Map.of(CURL, 0), run.otherRuns(Set.of(CURL)));
        assertEquals(List.of(), run.find(HistoryQuery.ALL));
        assertEquals(Map.of(), run.otherRuns(Set.of()));
    }

    @Test
    void whatWasRecordedIsFoundWithEveryField() {
        run.record(List.of(seen("a", CURL, NOON, NOON.plusSeconds(5), 100, 200)));
        Sighting expected = new Sighting(
                "/usr/bin/curl",
                "curl",
                "192.0.2.1",
                Optional.of(CURL.remote()),
                443,
                Protocol.TCP,
                NOON,
                NOON.plusSeconds(5),
                1,
                OptionalLong.of(100),
                OptionalLong.of(200),
                ByteQuality.EXACT,
                Optional.empty(),
                Optional.empty());
        assertEquals(expected, only());
    }

    @Test
    void processAddressZonePortAndProtocolEachMakeAPeer() {
        run.record(List.of(
                seen("a", CURL),
                seen("b", peer("/opt/curl", "192.0.2.1", 443, Protocol.TCP)),
                seen("c", peer("/usr/bin/curl", "fe80::1%eth0", 443, Protocol.TCP)),
                seen("d", peer("/usr/bin/curl", "fe80::1%eth1", 443, Protocol.TCP)),
                seen("e", peer("/usr/bin/curl", "192.0.2.1", 80, Protocol.TCP)),
                seen("f", peer("/usr/bin/curl", "192.0.2.1", 443, Protocol.UDP)),
                seen("g", peer("", "192.0.2.1", 443, Protocol.TCP))));
        assertEquals(7, run.find(HistoryQuery.ALL).size());
    }

    @Test
    void bytesNobodyMeasuredAreUnknownAndNotZero() {
        run.record(List.of(seen("a", CURL)));
        assertEquals(OptionalLong.empty(), only().received());
        assertEquals(OptionalLong.empty(), only().sent());
        run.record(List.of(seen("b", CURL, 0, 7)));
        assertBytes(0, 7);
    }

    private static Observation estimated(String socket, Instant until, long received, long sent) {
        Observation exact = seen(socket, CURL, NOON, until, received, sent);
        return new Observation(
                exact.socket(),
                exact.peer(),
                exact.processName(),
                exact.seenFrom(),
                exact.seenUntil(),
                exact.counters().map(ByteCounters::estimated));
    }

    @Test
    void anEstimateMakesTheTotalOne() {
        run.record(List.of(seen("a", CURL, 100, 1)));
        assertEquals(ByteQuality.EXACT, only().quality());
        run.record(List.of(estimated("b", NOON, 20, 2)));
        assertBytes(120, 3);
        assertEquals(ByteQuality.ESTIMATED, only().quality());
    }

    @Test
    void aSocketThatNobodyMeasuredMakesTheTotalAnEstimate() {
        run.record(List.of(seen("a", CURL)));
        assertEquals(ByteQuality.UNAVAILABLE, only().quality());
        run.record(List.of(seen("b", CURL, 100, 1)));
        assertEquals(ByteQuality.ESTIMATED, only().quality());
        run.record(List.of(seen("a", CURL, NOON, NOON.plusSeconds(1), 5, 5)));
        assertEquals(ByteQuality.EXACT, only().quality());
    }

    @Test
    void whoeverCountedASocketLastTellsHowWell() {
        run.record(List.of(seen("a", CURL, 100, 1)));
        run.record(List.of(estimated("a", NOON.plusSeconds(1), 100, 1)));
        assertEquals(ByteQuality.ESTIMATED, only().quality(), "closed unseen: a lower bound");
        run.record(List.of(seen("a", CURL, 100, 1)));
        assertEquals(ByteQuality.ESTIMATED, only().quality(), "an earlier observation says nothing new");
        run.record(List.of(seen("a", CURL, NOON, NOON.plusSeconds(2), 100, 1)));
        assertEquals(ByteQuality.EXACT, only().quality());
        run.record(List.of(seen("a", CURL, NOON, NOON.plusSeconds(3))));
        assertEquals(ByteQuality.EXACT, only().quality(), "who does not count says nothing of the count");
        run.record(List.of(estimated("a", NOON.plusSeconds(2), 100, 1)));
        assertEquals(ByteQuality.ESTIMATED, only().quality(), "the less certain of two at the same moment");
    }

    @Test
    void anEstimateGoesWithItsSocketToTheOwnerLearnedLater() {
        Fingerprint nobody = peer("", "192.0.2.1", 443, Protocol.TCP);
        run.record(List.of(seen("a", nobody), seen("b", nobody, 7, 7)));
        run.record(List.of(estimated("a", NOON.plusSeconds(1), 100, 1)));
        List<Sighting> found = run.find(HistoryQuery.ALL);
        assertEquals(
                List.of(ByteQuality.ESTIMATED, ByteQuality.EXACT),
                found.stream().map(Sighting::quality).toList());
    }

    @Test
    void thePeersTotalIsTheSumOverItsSockets() {
        run.record(List.of(seen("a", CURL, 100, 1), seen("b", CURL, 20, 2)));
        assertBytes(120, 3);
    }

    @Test
    void aLaterObservationOfASocketReplacesTheEarlierOne() {
        run.record(List.of(seen("a", CURL, 100, 1)));
        run.record(List.of(seen("a", CURL, NOON, NOON.plusSeconds(9), 150, 4)));
        assertBytes(150, 4);
        assertEquals(NOON, only().firstSeen());
        assertEquals(NOON.plusSeconds(9), only().lastSeen());
    }

    @Test
    void repeatingABatchChangesNothing() {
        List<Observation> early = List.of(seen("a", CURL, 100, 1), seen("b", CURL));
        List<Observation> late = List.of(seen("a", CURL, NOON, NOON.plusSeconds(9), 150, 4));
        run.record(early);
        run.record(late);
        List<Sighting> once = run.find(HistoryQuery.ALL);
        run.record(late);
        run.record(early);
        assertEquals(once, run.find(HistoryQuery.ALL));
    }

    @Test
    void aBatchMayNameASocketTwice() {
        run.record(List.of(
                seen("a", CURL, NOON, NOON.plusSeconds(2), 150, 4),
                seen("a", CURL, NOON, NOON.plusSeconds(1), 100, 1)));
        assertBytes(150, 4);
    }

    @Test
    void aSocketWhoseOwnerIsLearnedLaterCountsForThatOwnerOnly() {
        Fingerprint nobody = peer("", "192.0.2.1", 443, Protocol.TCP);
        run.record(List.of(seen("a", nobody, 100, 1)));
        run.record(List.of(seen("a", CURL, NOON, NOON.plusSeconds(1), 150, 4)));
        run.record(List.of(seen("a", nobody, NOON, NOON.plusSeconds(2), 160, 4)));
        long received = run.find(HistoryQuery.ALL).stream()
                .mapToLong(sighting -> sighting.received().orElse(0))
                .sum();
        assertEquals(160, received);
        assertEquals(OptionalLong.of(160), run.find(query("curl", "")).get(0).received());
    }

    @Test
    void itsOwnRunDoesNotMakeAPeerSeen() {
        run.record(List.of(seen("a", CURL)));
        assertEquals(Map.of(CURL, 0), run.otherRuns(Set.of(CURL)));
        assertEquals(1, only().runs());
    }

    @Test
    void everyOtherRunThatSawAPeerCountsOnce() {
        run.record(List.of(seen("a", CURL)));
        run.record(List.of(seen("b", CURL)));
        try (HistoryRepository second = open()) {
            assertEquals(Map.of(CURL, 1), second.otherRuns(Set.of(CURL)));
            second.record(List.of(seen("c", CURL)));
            assertEquals(Map.of(CURL, 1), second.otherRuns(Set.of(CURL)));
            assertEquals(Map.of(CURL, 1), run.otherRuns(Set.of(CURL)));
        }
        assertEquals(2, only().runs());
    }

    @Test
    void runsAreStillCountedWhenTheyHaveEnded() {
        for (int i = 0; i < 3; i++) {
            try (HistoryRepository earlier = open()) {
                earlier.record(List.of(seen("socket" + i, CURL)));
            }
        }
        assertEquals(Map.of(CURL, 3), run.otherRuns(Set.of(CURL)));
        assertEquals(3, only().runs());
    }

    @Test
    void aBareNameAndThePathThatEndsInItAreSeenAsEachOther() {
        Fingerprint bare = peer("curl", "192.0.2.1", 443, Protocol.TCP);
        Fingerprint local = peer("/usr/local/bin/curl", "192.0.2.1", 443, Protocol.TCP);
        run.record(List.of(seen("a", CURL)));
        try (HistoryRepository second = open()) {
            assertEquals(Map.of(CURL, 1, bare, 1, local, 0), second.otherRuns(Set.of(CURL, bare, local)));
            second.record(List.of(seen("b", bare)));
            assertEquals(Map.of(CURL, 1, bare, 1, local, 0), second.otherRuns(Set.of(CURL, bare, local)));
        }
        assertEquals(Map.of(CURL, 1, bare, 1, local, 1), run.otherRuns(Set.of(CURL, bare, local)));
    }

    @Test
    void aRunThatSawBothABareNameAndItsPathCountsOnce() {
        Fingerprint bare = peer("curl", "192.0.2.1", 443, Protocol.TCP);
        try (HistoryRepository second = open()) {
            second.record(List.of(seen("a", CURL), seen("b", bare)));
            assertEquals(Map.of(CURL, 1, bare, 1), run.otherRuns(Set.of(CURL, bare)));
            assertEquals(Map.of(CURL, 0, bare, 0), second.otherRuns(Set.of(CURL, bare)));
        }
        assertEquals(Map.of(CURL, 1, bare, 1), run.otherRuns(Set.of(CURL, bare)), "it has ended");
    }

    @Test
    void aBareNameIsNoOtherProgramsNorAnotherPeersAndNobodyHasNone() {
        run.record(List.of(seen("a", CURL), seen("b", peer("/odd/", "192.0.2.1", 443, Protocol.TCP))));
        Set<Fingerprint> others = Set.of(
                peer("url", "192.0.2.1", 443, Protocol.TCP),
                peer("curl", "192.0.2.2", 443, Protocol.TCP),
                peer("curl", "192.0.2.1", 80, Protocol.TCP),
                peer("curl", "192.0.2.1", 443, Protocol.UDP),
                peer("", "192.0.2.1", 443, Protocol.TCP));
        try (HistoryRepository second = open()) {
            assertEquals(Set.of(0), Set.copyOf(second.otherRuns(others).values()));
        }
    }

    @Test
    void twoRunsThatSeeOneSocketCountItsBytesOnceAndBothAsRuns() {
        try (HistoryRepository second = open()) {
            run.record(List.of(seen("a", CURL, 100, 10)));
            second.record(List.of(seen("a", CURL, 120, 11)));
            run.record(List.of(seen("a", CURL, 110, 12)));
            assertBytes(120, 12);
            assertEquals(2, only().runs());
        }
    }

    @Test
    void theLatestSightingComesFirstAndTheLimitHolds() {
        for (int i = 0; i < 5; i++) {
            Fingerprint peer = peer("p" + i, "192.0.2." + i, 53, Protocol.UDP);
            run.record(List.of(seen("s" + i, peer, NOON, NOON.plusSeconds(i * 7 % 5))));
        }
        List<String> processes =
                run.find(new HistoryQuery(Optional.empty(), Optional.empty(), Optional.empty(), 3)).stream()
                        .map(Sighting::process)
                        .toList();
        assertEquals(List.of("p2", "p4", "p1"), processes);
    }

    @Test
    void aQueryAsksForPartOfAProcessOrAddressWhateverItsCase() {
        run.record(List.of(
                seen("a", CURL),
                seen("b", peer("/usr/bin/100%_sure", "2001:db8::a", 22, Protocol.TCP)),
                new Observation(
                        new SocketId("c"),
                        peer("/opt/x", "192.0.2.9", 1, Protocol.TCP),
                        "Wget",
                        NOON,
                        NOON,
                        Optional.empty())));
        assertEquals(1, run.find(query("BIN/CUR", "")).size());
        assertEquals(1, run.find(query("wGET", "")).size());
        assertEquals(1, run.find(query("0%_S", "")).size());
        assertEquals(0, run.find(query("b_n", "")).size());
        assertEquals(2, run.find(query("", "192.0.2")).size());
        assertEquals(1, run.find(query("", "DB8::A")).size());
        assertEquals(1, run.find(query("x", "2.9")).size());
        assertEquals(0, run.find(query("curl", "2.9")).size());
    }

    @Test
    void aQueryAsksForPeersSeenAtOrAfterATime() {
        run.record(List.of(seen("a", CURL, NOON.minusSeconds(60), NOON)));
        for (int late = 0; late < 2; late++) {
            HistoryQuery since =
                    new HistoryQuery(Optional.empty(), Optional.empty(), Optional.of(NOON.plusMillis(late)), 9);
            assertEquals(1 - late, run.find(since).size());
        }
    }

    @Test
    void foreignTextComesBackAsItWas() {
        String odd = "'; DROP TABLE peer; --\n\u001b[31m\u0000 π 🦉 %_\\";
        run.record(List.of(seen("a", peer(odd, "192.0.2.1", 1, Protocol.TCP))));
        assertEquals(odd, only().process());
        assertEquals(
                Map.of(peer(odd, "192.0.2.1", 1, Protocol.TCP), 0),
                run.otherRuns(Set.of(peer(odd, "192.0.2.1", 1, Protocol.TCP))));
    }

    @Test
    void onePeerIsFoundAsAmongAll() {
        assertEquals(Optional.empty(), run.find(CURL));
        Fingerprint other = peer("/usr/bin/curl", "192.0.2.1", 444, Protocol.TCP);
        run.record(List.of(seen("a", CURL, NOON, NOON.plusSeconds(5), 100, 200), seen("b", other)));
        Sighting found = run.find(CURL).orElseThrow();
        assertEquals(OptionalLong.of(100), found.received());
        assertTrue(run.find(HistoryQuery.ALL).contains(found));
        assertEquals(Optional.empty(), run.find(peer("", "192.0.2.1", 443, Protocol.TCP)));
    }

    @Test
    void aMarkIsSeenByEveryRunUntilItIsTakenBack() {
        Fingerprint other = peer("x", "192.0.2.9", 1, Protocol.UDP);
        run.mark(CURL, true);
        run.mark(CURL, true);
        try (HistoryRepository second = open()) {
            assertEquals(Set.of(CURL), second.marked(List.of(CURL, other)));
            second.mark(CURL, false);
            second.mark(other, false);
        }
        assertEquals(Set.of(), run.marked(Set.of(CURL, other)));
        assertEquals(Set.of(), run.marked(Set.of()));
    }

    private static Observation opened(String socket, Instant until, long received, long sent) {
        Observation seen = seen(socket, CURL, NOON, until, received, sent);
        return new Observation(seen.socket(), CURL, seen.processName(), NOON, until, seen.counters(), true);
    }

    @Test
    void aDaysBytesAreThoseOfItsSocketsEachCountedOnce() {
        assertEquals(Optional.empty(), run.bytesOfDay(NOON));
        run.record(List.of(opened("a", NOON, 100, 10)));
        run.record(List.of(opened("a", NOON.plusSeconds(5), 150, 15), opened("b", NOON, 7, 0)));
        run.record(List.of(opened("a", NOON.plusSeconds(5), 150, 15)));
        try (HistoryRepository second = open()) {
            second.record(List.of(opened("a", NOON.plusSeconds(6), 160, 15)));
            second.record(List.of(opened("a", NOON.plusSeconds(4), 140, 15)));
        }
        assertEquals(Optional.of(ByteCounters.exact(167, 15)), run.bytesOfDay(NOON.plusSeconds(9)));
        assertEquals(Optional.empty(), run.bytesOfDay(NOON.plusSeconds(86_400)));
    }

    @Test
    void whatWasCarriedBeforeAnybodyLookedIsOfNoDayAndMakesAnEstimate() {
        run.record(List.of(seen("a", CURL, NOON, NOON, 1_000_000, 5)));
        run.record(List.of(seen("a", CURL, NOON, NOON.plusSeconds(1), 1_000_040, 7)));
        assertEquals(Optional.of(ByteCounters.exact(40, 2).estimated()), run.bytesOfDay(NOON));
    }

    @Test
    void whatWasCarriedOverAMidnightThatNobodyWatchedIsOfNoDay() {
        Instant nextDay = NOON.plusSeconds(86_400);
        run.record(List.of(opened("a", NOON, 100, 0)));
        run.record(List.of(opened("a", nextDay, 5_000, 0)));
        run.record(List.of(opened("a", nextDay.plusSeconds(1), 5_030, 0)));
        assertEquals(Optional.of(ByteCounters.exact(100, 0)), run.bytesOfDay(NOON));
        assertEquals(Optional.of(ByteCounters.exact(30, 0).estimated()), run.bytesOfDay(nextDay));
    }

    @Test
    void whatStaysOnThisMachineIsOfNoDay() {
        Fingerprint local = peer("x", "127.0.0.9", 80, Protocol.TCP);
        run.record(List.of(seen("a", local, NOON, NOON, 9, 9), opened("b", NOON, 1, 2)));
        assertEquals(Optional.of(ByteCounters.exact(1, 2)), run.bytesOfDay(NOON));
    }

    @Test
    void closingTwiceIsHarmlessAndAClosedRunRecordsNoMore() {
        HistoryRepository second = open();
        second.record(List.of(seen("a", CURL)));
        second.close();
        second.close();
        List<Observation> batch = List.of(seen("b", CURL));
        assertThrows(IllegalStateException.class, () -> second.record(batch));
        assertTrue(run.otherRuns(Set.of(CURL)).containsValue(1));
    }
}
