package dev.netwatch.tui.runtime;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.SampleRecorder;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Sample;
import java.util.Optional;
import java.util.Set;

/* A source whose samples are kept on their way. A recorder that is never given a sample makes no file. */
final class RecordedSource implements ConnectionSource {
    private final ConnectionSource source;
    private final SampleRecorder recorder;

    RecordedSource(ConnectionSource source, SampleRecorder recorder) {
        this.source = source;
        this.recorder = recorder;
    }

    @Override
    public String id() {
        return source.id();
    }

    @Override
    public Set<Capability> capabilities() {
        return source.capabilities();
    }

    @Override
    public int rank() {
        return source.rank();
    }

    @Override
    public Optional<Notice> refusal() {
        return source.refusal();
    }

    @Override
    public Sample sample() {
        Sample sample = source.sample();
        recorder.record(sample);
        return sample;
    }

    @Override
    public void close() {
        source.close();
        recorder.close();
    }
}
