package dev.netwatch.tui.runtime;

import dev.netwatch.domain.port.Clock;
import dev.netwatch.tui.config.NetwatchConfig;

/*
 * What the user does and asks before there is a store, and while it is slow.
 */
record Memories(ExclusionMemory exclusions, PeerMarks marks, PeerLookups lookups) {
    /**
     * @param wake tells the database thread that there is something to do
     * @param changed told when there is a new answer
     */
    static Memories of(NetwatchConfig config, Clock clock, Runnable wake, Runnable changed) {
        return new Memories(
                new ExclusionMemory(config.excludedProcesses(), clock),
                new PeerMarks(),
                new PeerLookups(clock, wake, changed));
    }
}
