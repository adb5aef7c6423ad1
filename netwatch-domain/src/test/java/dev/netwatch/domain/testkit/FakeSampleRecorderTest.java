package dev.netwatch.domain.testkit;

import dev.netwatch.domain.port.SampleRecorder;
import dev.netwatch.domain.sample.Sample;
import java.util.List;

class FakeSampleRecorderTest extends SampleRecorderContract {
    private final FakeSampleRecorder recorder = new FakeSampleRecorder();

    @Override
    protected SampleRecorder recorder() {
        return recorder;
    }

    @Override
    protected List<Sample> recorded() {
        return recorder.samples();
    }

    @Override
    protected SampleRecorder broken() {
        return new FakeSampleRecorder().fill();
    }
}
