package dev.netwatch.tui.command;

import dev.netwatch.domain.port.Clock;
import dev.netwatch.tui.runtime.Pace;
import dev.netwatch.tui.runtime.Stop;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/* Does something again and again: at the interval of the configuration, and once more when the time is up. */
final class Watching {
    /* Longer times have more nanoseconds than a long. */
    private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

    private Watching() {}

    /**
     * @param duration how long; without one until somebody asks to stop
     * @param tick what to do; answers whether there will be more to do
     */
    static void run(Invocation invocation, @Nullable Duration duration, BooleanSupplier tick) {
        Clock clock = invocation.surroundings().clock();
        Stop stop = invocation.surroundings().stop().get();
        Duration interval = invocation.config().interval().orElse(StreamCommand.INTERVAL);
        long start = clock.nanos();
        Pace pace = new Pace(start, interval);
        long length = Optional.ofNullable(duration)
                .filter(asked -> asked.compareTo(FOR_EVER) < 0)
                .map(Duration::toNanos)
                .orElse(Long.MAX_VALUE);
        boolean more = tick.getAsBoolean();
        while (more) {
            long left = length - (clock.nanos() - start);
            if (left <= 0 || stop.isAsked()) {
                return;
            }
            stop.await(Math.min(left, pace.untilNext(clock.nanos())));
            more = tick.getAsBoolean();
        }
    }
}
