package dev.netwatch.tui.terminal;

import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.state.TableOptions;
import java.util.Set;

/* What the rows are computed from. */
record Asked(Snapshot snapshot, TableOptions options, Set<Exclusion> exclusions) {
    /** Snapshots are compared by identity: their equality would walk through every connection. */
    boolean sameRowsAs(Asked other) {
        return snapshot == other.snapshot
                && options.view() == other.options.view()
                && options.familiarity().equals(other.options.familiarity())
                && options.filter().equals(other.options.filter())
                && options.loopback() == other.options.loopback()
                && options.listening() == other.options.listening()
                && exclusions.equals(other.exclusions);
    }

    /** Whether rows made for the other are just what is asked for here, their order too. */
    boolean isAnsweredBy(Asked other) {
        return sameRowsAs(other) && options.equals(other.options);
    }

    /** The same of another picture. */
    Asked with(Snapshot other) {
        return new Asked(other, options, exclusions);
    }
}
