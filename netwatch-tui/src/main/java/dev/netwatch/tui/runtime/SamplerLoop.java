package dev.netwatch.tui.runtime;

import dev.netwatch.domain.port.Clock;
import java.time.Duration;

/* Does one thing at a steady pace until it is asked to stop. What it does is the caller's, and so is the thread. */
final class SamplerLoop {
    private final Runnable tick;
    private final Duration interval;
    private final Clock clock;
    private final Stop stop;

    SamplerLoop(Runnable tick, Duration interval, Clock clock, Stop stop) {
        this.tick = tick;
        this.interval = interval;
        this.clock = clock;
        this.stop = stop;
    }

    /** Ticks at once, and then again and again; returns when asked to stop. */
    void run() {
        Pace pace = new Pace(clock.nanos(), interval);
        while (!stop.isAsked()) {
            tick.run();
            if (stop.await(pace.untilNext(clock.nanos()))) {
                return;
            }
        }
    }
}
