package dev.netwatch.domain.port;

import dev.netwatch.domain.sample.Sample;

/** Keeps samples in a file that a replay reads. Not thread-safe. */
public interface SampleRecorder extends AutoCloseable {
    /**
     * Appends one sample, complete on the disk when this returns.
     *
     * @throws dev.netwatch.domain.notice.SourceException if it cannot be written
     */
    void record(Sample sample);

    /** Idempotent, never throws. */
    @Override
    void close();
}
