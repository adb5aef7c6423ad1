package dev.netwatch.domain.testkit;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.RecordingException;
import dev.netwatch.domain.port.SampleRecorder;
import dev.netwatch.domain.sample.Sample;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps samples in memory. Thread-safe. */
public final class FakeSampleRecorder implements SampleRecorder {
    private final List<Sample> samples = new CopyOnWriteArrayList<>();
    private volatile boolean full;

    /** From now on every sample finds the disk full. */
    public FakeSampleRecorder fill() {
        full = true;
        return this;
    }

    /** What was recorded, oldest first. */
    public List<Sample> samples() {
        return List.copyOf(samples);
    }

    @Override
    public void record(Sample sample) {
        if (full) {
            throw new RecordingException(Notice.error("recording-failed", "The disk is full; make room."));
        }
        samples.add(sample);
    }

    @Override
    public void close() {}
}
