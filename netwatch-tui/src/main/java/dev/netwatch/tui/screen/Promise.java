package dev.netwatch.tui.screen;

import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.track.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/* What the source in use is worth, in a few words, the most important first. */
final class Promise {
    private Promise() {}

    static List<String> of(Snapshot snapshot) {
        Set<Capability> has = snapshot.capabilities();
        List<String> words = new ArrayList<>();
        if (!has.contains(Capability.TCP_BYTES)) {
            words.add(isCounted(snapshot) ? "TCP bytes estimated" : "byte counts not available");
        } else if (has.contains(Capability.UDP_BYTES)) {
            words.add("TCP and UDP exact");
        } else {
            words.add("TCP exact");
            words.add("UDP bytes not available");
        }
        if (!has.contains(Capability.OWNERS)) {
            words.add("owners not available");
        }
        coverage(snapshot.coverage(), words);
        return words;
    }

    /** A source may count more than it promises: on some systems from when netwatch looked, not from when it opened. */
    private static boolean isCounted(Snapshot snapshot) {
        return snapshot.tracking().open().stream()
                .anyMatch(connection -> connection.counters().isPresent());
    }

    private static void coverage(Coverage coverage, List<String> words) {
        if (coverage.lost() > 0) {
            words.add(coverage.lost() + " events lost");
        } else if (coverage.level() != Coverage.Level.COMPLETE) {
            words.add(coverage.level() == Coverage.Level.SAMPLED ? "sampled" : "partial");
        }
    }
}
