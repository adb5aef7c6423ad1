package dev.netwatch.tui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeConnectionSource;
import dev.netwatch.domain.testkit.FakeHistoryRepository;
import dev.netwatch.domain.testkit.FakeNameResolver;
import dev.netwatch.domain.testkit.MadeUpSocket;
import dev.netwatch.domain.testkit.Traffic;
import dev.netwatch.domain.track.Annotator;
import dev.netwatch.domain.track.ConnectionTracker;
import dev.netwatch.domain.track.Sampler;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.screen.PeerHistory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is known of single peers, between the screen, which does not wait, and the store. */
class PeersTest {
    private final FakeClock clock = new FakeClock();
    private final Connections traffic = new Connections(clock);
    private final FakeHistoryRepository.Store past = new FakeHistoryRepository.Store();
    private final FakeHistoryRepository history = new FakeHistoryRepository(past);
    private final PeerMarks marks = new PeerMarks();
    private final HistoryWriter writer = new HistoryWriter(history, marks, clock, () -> {});
    private int woken;
    private int told;
    private final PeerLookups lookups = new PeerLookups(clock, () -> woken++, () -> told++);

    private static Fingerprint peerOf(Snapshot snapshot) {
        return snapshot.tracking().open().get(0).fingerprint().orElseThrow();
    }

    private Snapshot tickAndWrite() {
        Snapshot snapshot = traffic.tick();
        writer.offer(snapshot);
        clock.advance(Duration.ofSeconds(5));
        writer.attend(false);
        return snapshot;
    }

    @Test
    void aPeerIsAnsweredWithWhatIsKnownAndAskedAnewBehind() {
        MadeUpSocket socket = traffic.tcp("a", 1).to("192.0.2.1", 443).bytes(10, 2);
        Fingerprint peer = peerOf(traffic.tick());
        Chore chore = lookups.answeredBy(history);
        assertEquals(PeerHistory.ASKED, lookups.of(peer));
        assertEquals(PeerHistory.ASKED, lookups.of(peer));
        assertEquals(1, woken, "one question is enough");
        chore.attend(false);
        assertEquals(1, told);
        assertEquals(PeerHistory.UNRECORDED, lookups.of(peer));
        tickAndWrite();
        assertEquals(PeerHistory.UNRECORDED, lookups.of(peer), "the old answer, until there is a new one");
        chore.attend(false);
        assertEquals(OptionalLong.of(10), received(peer));
        socket.bytes(30, 2);
        tickAndWrite();
        lookups.of(peer);
        chore.attend(false);
        assertEquals(OptionalLong.of(30), received(peer));
    }

    private OptionalLong received(Fingerprint peer) {
        assertEquals(PeerHistory.State.FOUND, lookups.of(peer).state());
        return lookups.of(peer).sighting().orElseThrow().received();
    }

    @Test
    void aMarkHoldsAtOnceAndForOtherRunsOnceItIsWritten() {
        traffic.tcp("a", 1).to("192.0.2.1", 443);
        Fingerprint peer = peerOf(traffic.tick());
        marks.mark(peer, true);
        assertTrue(writer.isMarked(peer));
        assertEquals(Set.of(), history.marked(Set.of(peer)));
        marks.storedIn(history).attend(false);
        HistoryWriter other = new HistoryWriter(new FakeHistoryRepository(past), new PeerMarks(), clock, () -> {});
        other.otherRuns(peer);
        other.attend(false);
        assertTrue(other.isMarked(peer));
        assertEquals(Map.of(peer, 0), history.otherRuns(List.of(peer)));
    }

    @Test
    void aMarkTakenBackStaysSoWhateverTheStoreSays() {
        traffic.tcp("a", 1).to("192.0.2.1", 443);
        Fingerprint peer = peerOf(traffic.tick());
        history.mark(peer, true);
        marks.mark(peer, true);
        marks.mark(peer, false);
        writer.otherRuns(peer);
        writer.attend(false);
        assertFalse(writer.isMarked(peer));
        marks.storedIn(history).attend(true);
        assertEquals(Set.of(), history.marked(Set.of(peer)));
    }

    @Test
    void aMarkedPeerIsSeenFromTheNextSampleOnAndNewAgainWithoutTheMark() throws Exception {
        FakeConnectionSource source = new FakeConnectionSource(clock);
        Annotator annotator = new Annotator(new FakeNameResolver(), writer);
        Sampler sampler = new Sampler(source, new ConnectionTracker(annotator), List.of());
        try (Traffic opened = source.open(Traffic.Kind.values()[0])) {
            opened.send(1);
            Fingerprint peer = sampler.tick().tracking().open().stream()
                    .flatMap(connection -> connection.fingerprint().stream())
                    .findFirst()
                    .orElseThrow();
            writer.attend(false);
            assertEquals(Optional.of(Familiarity.NEW), familiarity(sampler.tick(), peer));
            marks.mark(peer, true);
            assertEquals(Optional.of(Familiarity.SEEN), familiarity(sampler.tick(), peer));
            marks.mark(peer, false);
            assertEquals(Optional.of(Familiarity.NEW), familiarity(sampler.tick(), peer));
        }
    }

    private static Optional<Familiarity> familiarity(Snapshot snapshot, Fingerprint peer) {
        return snapshot.tracking().open().stream()
                .filter(connection -> connection.fingerprint().equals(Optional.of(peer)))
                .findFirst()
                .orElseThrow()
                .familiarity();
    }

    @Test
    void theBytesOfTodayAreThoseWrittenAndThoseSeenSince() {
        assertEquals(Optional.empty(), writer.today(Snapshot.MEASURING));
        traffic.tick();
        MadeUpSocket socket = traffic.tcp("a", 1).to("192.0.2.1", 443).bytes(100, 10);
        assertEquals(Optional.of(ByteCounters.exact(100, 10)), writer.today(tickAndWrite()));
        socket.bytes(150, 10);
        Snapshot unwritten = traffic.tick();
        assertEquals(Optional.of(ByteCounters.exact(150, 10)), writer.today(unwritten));
        socket.close();
        assertEquals(Optional.of(ByteCounters.exact(150, 10)), writer.today(tickAndWrite()));
        HistoryWriter other = new HistoryWriter(new FakeHistoryRepository(past), new PeerMarks(), clock, () -> {});
        other.offer(unwritten);
        other.attend(true);
        assertEquals(Optional.of(ByteCounters.exact(150, 10)), other.today(unwritten), "not twice");
    }
}
