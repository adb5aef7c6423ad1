package dev.netwatch.adapters.collect.portable;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.SampleRecorder;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.testkit.ConnectionSourceContract;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeConnectionSource;
import dev.netwatch.domain.testkit.Traffic;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What goes through a recording keeps the promises of what was recorded. */
class ReplaySourceContractTest extends ConnectionSourceContract {
    /** Records a sample of the one source and plays it at once with the other. */
    private static final class Through implements ConnectionSource {
        private final ConnectionSource recorded;
        private final SampleRecorder recorder;
        private final ConnectionSource replay;

        Through(ConnectionSource recorded, SampleRecorder recorder, ConnectionSource replay) {
            this.recorded = recorded;
            this.recorder = recorder;
            this.replay = replay;
        }

        @Override
        public String id() {
            return replay.id();
        }

        @Override
        public Set<Capability> capabilities() {
            return replay.capabilities();
        }

        @Override
        public int rank() {
            return replay.rank();
        }

        @Override
        public Optional<Notice> refusal() {
            return replay.refusal();
        }

        @Override
        public Sample sample() {
            recorder.record(recorded.sample());
            return replay.sample();
        }

        @Override
        public void close() {
            recorder.close();
            replay.close();
        }
    }

    @TempDir
    Path folder;

    private final FakeClock clock = new FakeClock();
    private final FakeConnectionSource recorded = new FakeConnectionSource(clock);
    private Through source;

    @BeforeEach
    @Override
    protected void skipWhereTheSourceRefuses() {
        Path file = folder.resolve("session.ndjson");
        SampleRecorder recorder = new FileSampleRecorder(file, recorded.id(), recorded.capabilities(), true);
        recorder.record(recorded.sample());
        ConnectionSource replay = new ReplaySource(file, false, clock);
        replay.sample();
        source = new Through(recorded, recorder, replay);
        super.skipWhereTheSourceRefuses();
    }

    @Override
    protected ConnectionSource source() {
        return source;
    }

    @Override
    protected Traffic open(Traffic.Kind kind) {
        return recorded.open(kind);
    }
}
