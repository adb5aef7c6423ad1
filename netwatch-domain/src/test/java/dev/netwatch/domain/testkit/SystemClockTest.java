package dev.netwatch.domain.testkit;

import dev.netwatch.domain.port.Clock;
import java.time.Duration;

class SystemClockTest extends ClockContract {
    @Override
    protected Clock clock() {
        return Clock.system();
    }

    @Override
    protected void letPass(Duration time) {
        long end = Clock.system().nanos() + time.toNanos();
        while (Clock.system().nanos() - end < 0) {
            Thread.onSpinWait();
        }
    }
}
