package dev.netwatch.adapters.collect.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.SampleRecorder;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeConnectionSource;
import dev.netwatch.domain.testkit.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaySourceTest {
    private static final Set<Capability> PROMISED = Set.of(Capability.TCP_BYTES, Capability.CLOSED_SOCKETS);

    @TempDir
    Path folder;

    private final FakeClock clock = new FakeClock();
    private Path file;
    private Sample first;
    private Sample second;

    @BeforeEach
    void recordTwoSamples() throws Exception {
        file = folder.resolve("session.ndjson");
        FakeConnectionSource recorded = new FakeConnectionSource(clock);
        try (Traffic traffic = recorded.open(Traffic.Kind.TCP_V4);
                SampleRecorder recorder = new FileSampleRecorder(file, "fake", PROMISED, true)) {
            first = recorded.sample();
            recorder.record(first);
            clock.advance(Duration.ofSeconds(2));
            traffic.send(5);
            traffic.finish();
            second = recorded.sample();
            recorder.record(second);
        }
    }

    private ReplaySource replay(boolean loop) {
        return new ReplaySource(file, loop, clock);
    }

    @Test
    void playsEachSampleAsItWas() {
        try (ConnectionSource replay = replay(false)) {
            assertEquals(first, replay.sample());
            assertEquals(second, replay.sample());
        }
    }

    @Test
    void promisesWhatTheRecordedSourcePromised() {
        assertEquals(PROMISED, replay(false).capabilities());
    }

    @Test
    void isNeverChosenUnasked() {
        assertTrue(replay(false).rank() < 0);
        assertTrue(replay(false).refusal().isEmpty());
    }

    @Test
    void keepsTheLastStateWhenItIsOverAndSaysSo() {
        try (ConnectionSource replay = replay(false)) {
            replay.sample();
            replay.sample();
            clock.advance(Duration.ofSeconds(3));
            Sample over = replay.sample();
            assertEquals(second.open(), over.open());
            assertEquals(List.of(), over.closed(), "a socket closes once");
            assertEquals(3_000_000_000L, over.nanos() - second.nanos());
            assertEquals(Coverage.Level.SAMPLED, over.coverage().level());
            assertEquals(ReplaySource.OVER, over.coverage().reasons().get(0).code());
        }
    }

    @Test
    void aLoopGoesOnInTimeWithOtherSockets() {
        try (ConnectionSource replay = replay(true)) {
            replay.sample();
            replay.sample();
            Sample again = replay.sample();
            assertTrue(again.nanos() > second.nanos());
            assertTrue(again.takenAt().isAfter(second.takenAt()));
            assertEquals(first.open().size(), again.open().size());
            assertNotEquals(first.open().get(0).id(), again.open().get(0).id());
            Sample third = replay.sample();
            assertTrue(third.nanos() > again.nanos());
            Sample thirdRound = replay.sample();
            assertTrue(thirdRound.nanos() > third.nanos());
        }
    }

    @Test
    void beginsAnewAfterClosing() {
        ConnectionSource replay = replay(false);
        replay.sample();
        replay.close();
        replay.close();
        assertEquals(first, replay.sample());
        replay.close();
    }

    @Test
    void namesTheLineThatIsDamaged() throws IOException {
        Files.writeString(file, "{\"takenAt\":\"yesterday\"", StandardOpenOption.APPEND);
        try (ConnectionSource replay = replay(false)) {
            replay.sample();
            replay.sample();
            SourceException damaged = assertThrows(SourceException.class, replay::sample);
            assertEquals("recording-damaged", damaged.notice().code());
            assertTrue(
                    damaged.notice().sentence().contains("line 4"),
                    damaged.notice().sentence());
            assertTrue(
                    damaged.notice().sentence().contains("remove"),
                    damaged.notice().sentence());
        }
    }

    @Test
    void aLineWithoutEndDoesNotFillTheMemory() throws IOException {
        int longest = 20_000;
        Files.writeString(file, "x".repeat(longest - 1) + "\n" + "x".repeat(3 * longest), StandardOpenOption.APPEND);
        try (RecordingFile recording = new RecordingFile(file, longest)) {
            recording.next();
            recording.next();
            String short4 = assertThrows(SourceException.class, recording::next)
                    .notice()
                    .sentence();
            assertFalse(short4.contains("longer"), short4);
            String long5 = assertThrows(SourceException.class, recording::next)
                    .notice()
                    .sentence();
            assertTrue(long5.contains("line 5"), long5);
            assertTrue(long5.contains("longer than 20000 characters"), long5);
        }
    }

    @Test
    void refusesAForeignFile() throws IOException {
        for (String foreign :
                List.of("", "hello\n", "{}\n", "{\"schema\":\"netwatch.recording.v9\"}\n", "\u0000\u0001")) {
            Files.writeString(file, foreign);
            try (ConnectionSource replay = replay(false)) {
                SourceException refused = assertThrows(SourceException.class, replay::sample);
                assertEquals("recording-foreign", refused.notice().code(), foreign);
                assertEquals(Set.of(), replay.capabilities());
            }
        }
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});
        try (ConnectionSource replay = replay(false)) {
            SourceException refused = assertThrows(SourceException.class, replay::sample);
            assertEquals("recording-foreign", refused.notice().code());
        }
    }

    @Test
    void saysWhenTheFileIsMissing() {
        ConnectionSource replay = new ReplaySource(folder.resolve("none"), false, clock);
        assertEquals("recording-unreadable", replay.refusal().orElseThrow().code());
        assertThrows(SourceException.class, replay::sample);
    }

    @Test
    void saysWhenNothingWasRecorded() throws IOException {
        Files.write(file, new SampleWriter(false).header("fake", PROMISED));
        SourceException empty =
                assertThrows(SourceException.class, () -> replay(true).sample());
        assertEquals("recording-empty", empty.notice().code());
    }

    @Test
    void passesOverFieldsItDoesNotKnow() throws IOException {
        String text = Files.readString(file).replace("\"takenAt\"", "\"later\":{\"x\":[1,2.5,null,true]},\"takenAt\"");
        Files.writeString(file, text);
        try (ConnectionSource replay = replay(false)) {
            assertEquals(first, replay.sample());
        }
    }
}
