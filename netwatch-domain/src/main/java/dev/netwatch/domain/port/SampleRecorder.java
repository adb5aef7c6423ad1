package dev.netwatch.domain.port;

import dev.netwatch.domain.sample.Sample;

/** Keeps samples in a file that a replay reads. Not thread-safe. */
public interface SampleRecorder extends AutoCloseable {
    /**
     * Appends one sample, complete on the disk when this returns.
     *
     * @throws dev.netwatch.domain.notice.RecordingException if it cannot be written; what was recorded before stays
     *     whole, and nothing is left of a recording without a sample
     */
    void record(Sample sample);

    /** Idempotent, never throws. */
    @Override
    void close();
}
