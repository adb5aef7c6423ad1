package dev.netwatch.tui.command;

import dev.netwatch.domain.port.Clock;
import dev.netwatch.tui.runtime.Pace;
import dev.netwatch.tui.runtime.Stop;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/* Does something again and again: at the interval of the configuration, and once more when the time is up. */
final class Watching {
    private Watching() {}

    /** @param duration how long; without one until somebody asks to stop */
    static void run(Invocation invocation, @Nullable Duration duration, Runnable tick) {
        Clock clock = invocation.surroundings().clock();
        Stop stop = invocation.surroundings().stop().get();
        Duration interval = invocation.config().interval().orElse(StreamCommand.INTERVAL);
        long start = clock.nanos();
        Pace pace = new Pace(start, interval);
        long length = Optional.ofNullable(duration).map(Duration::toNanos).orElse(Long.MAX_VALUE);
        tick.run();
        while (true) {
            long left = length - (clock.nanos() - start);
            if (left <= 0 || stop.isAsked()) {
                return;
            }
            stop.await(Math.min(left, pace.untilNext(clock.nanos())));
            tick.run();
        }
    }
}
