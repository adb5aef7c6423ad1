package dev.netwatch.tui.runtime;

import dev.netwatch.domain.port.Clock;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Where the time of a start goes, for those who measure it: with the system property {@code netwatch.trace=true} the log
 * gets the wall time at which each stage was over, as {@code stage=2026-01-02T03:04:05.678901Z}. Only who started the
 * process knows when that was.
 */
public final class Trace {
    private static final boolean ON = Boolean.getBoolean("netwatch.trace");
    private static final String LAST = "first sample";
    private static final Queue<String> STAGES = new ConcurrentLinkedQueue<>();

    private Trace() {}

    /** A stage is over. All are logged together with the last one, so as not to delay the first frame. */
    public static void mark(String stage) {
        if (!ON) {
            return;
        }
        STAGES.add(stage + "=" + Clock.system().now());
        if (stage.equals(LAST)) {
            System.getLogger(Trace.class.getName()).log(System.Logger.Level.INFO, String.join("; ", STAGES));
        }
    }
}
