package dev.netwatch.tui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.history.Observation;
import dev.netwatch.domain.history.Sighting;
import dev.netwatch.domain.notice.HistoryException;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.HistoryRepository;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.MadeUpSocket;
import dev.netwatch.domain.track.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryWriterTest {
    private final FakeClock clock = new FakeClock();
    private final Connections traffic = new Connections(clock);
    private final Disk disk = new Disk();
    private final HistoryWriter writer = new HistoryWriter(disk, new PeerMarks(), clock, () -> {}, 3);

    /* A repository that keeps its batches, and fails when told to. */
    private static final class Disk implements HistoryRepository {
        final List<List<Observation>> batches = new ArrayList<>();
        Optional<Notice> failure = Optional.empty();

        @Override
        public Map<Fingerprint, Integer> otherRuns(Collection<Fingerprint> peers) {
            fail();
            Map<Fingerprint, Integer> runs = new HashMap<>();
            peers.forEach(peer -> runs.put(peer, 4));
            return runs;
        }

        @Override
        public void record(Collection<Observation> batch) {
            fail();
            batches.add(List.copyOf(batch));
        }

        private void fail() {
            failure.ifPresent(notice -> {
                throw new HistoryException(notice);
            });
        }

        @Override
        public List<Sighting> find(HistoryQuery query) {
            return List.of();
        }

        @Override
        public Optional<Sighting> find(Fingerprint peer) {
            fail();
            return Optional.empty();
        }

        @Override
        public Optional<ByteCounters> bytesOfDay(Instant within) {
            fail();
            return Optional.empty();
        }

        @Override
        public void mark(Fingerprint peer, boolean known) {
            fail();
        }

        @Override
        public Set<Fingerprint> marked(Collection<Fingerprint> peers) {
            fail();
            return Set.of();
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    private void tickAndAttend() {
        writer.offer(traffic.tick());
        writer.attend(false);
    }

    private List<Integer> batchSizes() {
        return disk.batches.stream().map(List::size).toList();
    }

    @Test
    void writesAtOnceThenInBatchesAndOnlyWhatChanged() {
        MadeUpSocket busy = traffic.tcp("curl", 1).to("192.0.2.9", 443).bytes(1, 1);
        traffic.tcp("idle", 2).to("192.0.2.10", 443).bytes(1, 1);
        tickAndAttend();
        assertEquals(List.of(2), batchSizes());
        busy.bytes(2, 2);
        tickAndAttend();
        assertEquals(List.of(2), batchSizes(), "not yet due");
        tickAndAttend();
        tickAndAttend();
        assertEquals(List.of(2, 1), batchSizes());
        assertEquals("curl", disk.batches.get(1).get(0).processName());
    }

    @Test
    void manyAreWrittenInSeveralTransactionsAndNotAgainAtTheEnd() {
        for (int i = 0; i <= HistoryWriter.AT_ONCE; i++) {
            traffic.tcp("busy", 1).to("192.0.2.9", 1 + i).bytes(1, 1);
        }
        tickAndAttend();
        assertEquals(List.of(HistoryWriter.AT_ONCE, 1), batchSizes());
        writer.attend(true);
        assertEquals(List.of(HistoryWriter.AT_ONCE, 1), batchSizes());
        writer.offer(traffic.tick());
        writer.attend(true);
        assertEquals(List.of(HistoryWriter.AT_ONCE, 1, HistoryWriter.AT_ONCE, 1), batchSizes());
    }

    @Test
    void anIdleConnectionIsWrittenAgainNowAndThenForItsLastSighting() {
        traffic.tcp("idle", 2).to("192.0.2.10", 443).bytes(1, 1);
        for (int i = 0; i < 33; i++) {
            tickAndAttend();
        }
        assertEquals(List.of(1, 1), batchSizes());
        Observation first = disk.batches.get(0).get(0);
        Observation later = disk.batches.get(1).get(0);
        assertTrue(Duration.between(first.seenUntil(), later.seenUntil()).compareTo(Duration.ofMinutes(1)) >= 0);
    }

    @Test
    void aClosedConnectionIsWrittenWithItsEndEvenBetweenBatches() {
        MadeUpSocket curl = traffic.tcp("curl", 1).to("192.0.2.9", 443).bytes(1, 1);
        tickAndAttend();
        curl.bytes(70, 7).close();
        tickAndAttend();
        tickAndAttend();
        writer.attend(true);
        assertEquals(70, disk.batches.get(1).get(0).counters().orElseThrow().received());
        assertEquals(2, disk.batches.size());
    }

    @Test
    void answersAtOnceAndKnowsLater() {
        traffic.tcp("curl", 1).to("192.0.2.9", 443);
        Snapshot snapshot = traffic.tick();
        Fingerprint peer = snapshot.tracking().open().get(0).fingerprint().orElseThrow();
        assertEquals(OptionalInt.empty(), writer.otherRuns(peer));
        assertFalse(writer.isSettled());
        writer.attend(false);
        assertEquals(OptionalInt.of(4), writer.otherRuns(peer));
        assertTrue(writer.isSettled());
    }

    @Test
    void whatAHangingDiskMissesIsCountedAndTold() {
        for (int i = 0; i < 5; i++) {
            traffic.tcp("curl", i).to("192.0.2.9", 443).close();
            writer.offer(traffic.tick()); // nobody attends
        }
        assertTrue(writer.notices().get(0).sentence().startsWith("2 closed connections are missing"));
    }

    @Test
    void whatAFailingDiskRefusesIsWrittenWhenItWorksAgain() {
        MadeUpSocket curl = traffic.tcp("curl", 1).to("192.0.2.9", 443).bytes(1, 1);
        disk.failure = Optional.of(Notice.error("full", "The disk is full."));
        DatabaseThread thread = new DatabaseThread(List.of(writer), () -> {}, clock, Duration.ofSeconds(1));
        writer.offer(traffic.tick());
        thread.step(false);
        assertEquals("The disk is full.", thread.notices().get(0).sentence());
        curl.bytes(9, 9).close();
        writer.offer(traffic.tick());
        disk.failure = Optional.empty();
        thread.step(false);
        clock.advance(Duration.ofSeconds(6));
        thread.step(false);
        assertEquals(List.of(), thread.notices());
        assertEquals(List.of(1), batchSizes());
        assertEquals(9, disk.batches.get(0).get(0).counters().orElseThrow().sent());
        assertEquals(List.of(), writer.notices(), "nothing was lost");
    }
}
