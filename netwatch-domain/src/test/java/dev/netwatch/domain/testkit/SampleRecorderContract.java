package dev.netwatch.domain.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.netwatch.domain.notice.RecordingException;
import dev.netwatch.domain.port.SampleRecorder;
import dev.netwatch.domain.sample.Sample;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link SampleRecorder} promises. */
public abstract class SampleRecorderContract {
    private final FakeClock clock = new FakeClock();
    private final FakeConnectionSource source = new FakeConnectionSource(clock);

    /** The recorder under test: the same one whenever it is asked for within a test. */
    protected abstract SampleRecorder recorder();

    /** What a replay of everything recorded so far would show. */
    protected abstract List<Sample> recorded();

    /** A recorder that cannot write. */
    protected abstract SampleRecorder broken();

    @Test
    void keepsEverySampleInOrderAndWhole() throws Exception {
        try (Traffic traffic = source.open(Traffic.Kind.TCP_V6)) {
            Sample first = source.sample();
            recorder().record(first);
            assertEquals(List.of(first), recorded(), "complete as soon as record returns");
            clock.advance(Duration.ofSeconds(2));
            traffic.send(100);
            traffic.finish();
            Sample second = source.sample();
            recorder().record(second);
            recorder().close();
            assertEquals(List.of(first, second), recorded());
        }
    }

    @Test
    void recordsNothingBeforeItIsAsked() {
        recorder().close();
        assertEquals(List.of(), recorded());
    }

    @Test
    void saysWhenItCannotWrite() {
        try (SampleRecorder recorder = broken()) {
            assertThrows(RecordingException.class, () -> recorder.record(source.sample()));
        }
    }

    @Test
    void closesAsOftenAsOneLikes() {
        recorder().record(source.sample());
        recorder().close();
        recorder().close();
        assertEquals(1, recorded().size());
    }
}
