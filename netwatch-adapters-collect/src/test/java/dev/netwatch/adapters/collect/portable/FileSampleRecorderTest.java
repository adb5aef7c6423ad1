package dev.netwatch.adapters.collect.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.notice.RecordingException;
import dev.netwatch.domain.port.SampleRecorder;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeConnectionSource;
import dev.netwatch.domain.testkit.SampleRecorderContract;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSampleRecorderTest extends SampleRecorderContract {
    @TempDir
    Path folder;

    private final Sample sample = new FakeConnectionSource(new FakeClock()).sample();
    private SampleRecorder recorder;

    @Override
    protected SampleRecorder recorder() {
        if (recorder == null) {
            recorder = recorderOf(file());
        }
        return recorder;
    }

    private Path file() {
        return folder.resolve("session.ndjson");
    }

    private static SampleRecorder recorderOf(Path file) {
        return new FileSampleRecorder(file, "fake", Set.of(), true);
    }

    @Override
    protected List<Sample> recorded() {
        List<Sample> samples = new ArrayList<>();
        if (Files.exists(file())) {
            try (RecordingFile recording = new RecordingFile(file())) {
                Optional<Sample> next = recording.next();
                while (next.isPresent()) {
                    samples.add(next.get());
                    next = recording.next();
                }
            }
        }
        return samples;
    }

    @Override
    protected SampleRecorder broken() {
        return recorderOf(folder.resolve("no such folder").resolve("session.ndjson"));
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no POSIX rights here");
        recorder().record(sample);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void leavesAFileAloneThatIsThereAlready() throws IOException {
        Files.writeString(file(), "precious\n");
        RecordingException refused =
                assertThrows(RecordingException.class, () -> recorder().record(sample));
        assertEquals("recording-exists", refused.notice().code());
        assertEquals("precious\n", Files.readString(file()));
    }

    @Test
    void aFolderThatIsNotThereIsNamedOnce() {
        RecordingException refused = assertThrows(RecordingException.class, () -> broken().record(sample));
        Path file = folder.resolve("no such folder").resolve("session.ndjson");
        assertEquals(
                file + " cannot be written (there is no such folder); choose a new file with room and rights.",
                refused.notice().sentence());
    }

    @Test
    void aDiskThatIsFullAtOnceLeavesNoFile() {
        recorder = recorderWithRoomFor(100);
        RecordingException refused = assertThrows(RecordingException.class, () -> recorder.record(sample));
        assertEquals(
                file() + " cannot be written (No space left on device); choose a new file with room and rights.",
                refused.notice().sentence());
        assertFalse(Files.exists(file()));
        recorder.close();
    }

    @Test
    void aDiskThatIsFullLaterLeavesWhatWasRecorded() throws IOException {
        recorder().record(sample);
        recorder.close();
        long one = Files.size(file());
        Files.delete(file());
        recorder = recorderWithRoomFor((int) one + 10);
        recorder.record(sample);
        assertThrows(RecordingException.class, () -> recorder.record(sample));
        recorder.close();
        assertEquals(one, Files.size(file()));
        assertEquals(List.of(sample), recorded());
    }

    private SampleRecorder recorderWithRoomFor(int bytes) {
        AtomicInteger room = new AtomicInteger(bytes);
        return new FileSampleRecorder(file(), "fake", Set.of(), true, (channel, line) -> {
            int fits = Math.min(room.get(), line.remaining());
            if (fits == 0) {
                throw new IOException("No space left on device");
            }
            ByteBuffer part = line.slice().limit(fits);
            room.addAndGet(-fits);
            while (part.hasRemaining()) {
                channel.write(part);
            }
            line.position(line.position() + fits);
        });
    }
}
