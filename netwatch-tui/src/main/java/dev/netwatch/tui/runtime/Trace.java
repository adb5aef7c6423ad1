package dev.netwatch.tui.runtime;

import dev.netwatch.domain.port.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Where the time of a start goes, for those who measure it: with the system property {@code netwatch.trace=true} each
 * stage is logged with the milliseconds since the process began (to 10 ms, which is what Linux tells).
 */
public final class Trace {
    private static final boolean ON = Boolean.getBoolean("netwatch.trace");
    private static final Queue<String> STAGES = new ConcurrentLinkedQueue<>();

    private Trace() {}

    /** A stage is over. Stages are logged together with the first one after the first frame, so as not to delay it. */
    public static void mark(String stage) {
        if (!ON) {
            return;
        }
        ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Clock.system().now()).toMillis() + " ms: " + stage)
                .ifPresent(STAGES::add);
        if (stage.equals("first sample")) {
            System.getLogger(Trace.class.getName()).log(System.Logger.Level.INFO, String.join("; ", STAGES));
        }
    }
}
