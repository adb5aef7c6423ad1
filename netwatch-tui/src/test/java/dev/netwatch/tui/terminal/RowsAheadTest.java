package dev.netwatch.tui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.query.Filter;
import dev.netwatch.domain.query.FilterExpression;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.state.TableOptions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class RowsAheadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Connections table = new Connections(new FakeClock());
    private final Semaphore changes = new Semaphore(0);
    private final RowsAhead rows = new RowsAhead(Filter.ALL, changes::release);

    private Asked asked(int connections) {
        for (int i = 0; i < connections; i++) {
            table.tcp("p", 1).to("192.0.2.1", 1 + i);
        }
        return asked(table.tick());
    }

    private static Asked asked(Snapshot snapshot) {
        return new Asked(snapshot, TableOptions.DEFAULT, Set.of());
    }

    private void awaitChange() {
        assertTimeoutPreemptively(PATIENCE, () -> changes.acquire());
    }

    private int count(Asked asked) {
        return rows.listing(asked).orElseThrow().result().rows().size();
    }

    @Test
    void ofAFewConnectionsTheRowsAreThereAtOnce() {
        Asked few = asked(RowsAhead.FEW);
        assertSame(few.snapshot(), rows.newest(few, Snapshot.MEASURING));
        assertEquals(RowsAhead.FEW, count(few));
        assertFalse(changes.tryAcquire());
    }

    @Test
    void ofManyTheyAreMadeOnceWhileTheOldOnesStay() {
        Asked many = asked(RowsAhead.FEW + 1);
        assertSame(Snapshot.MEASURING, rows.newest(many, Snapshot.MEASURING));
        assertSame(Snapshot.MEASURING, rows.newest(many, Snapshot.MEASURING), "asked while they are made");
        awaitChange();
        assertSame(many.snapshot(), rows.newest(many, Snapshot.MEASURING));
        assertEquals(RowsAhead.FEW + 1, count(many));
        assertFalse(changes.tryAcquire(), "made once");
    }

    @Test
    void whoAsksOtherwiseGetsOtherRows() {
        Asked all = asked(RowsAhead.FEW + 1);
        Asked none =
                new Asked(all.snapshot(), TableOptions.DEFAULT.filtered(FilterExpression.parse("port:443")), Set.of());
        assertTrue(rows.listing(all).isEmpty());
        awaitChange();
        assertTrue(rows.listing(none).isEmpty());
        awaitChange();
        assertEquals(1, count(none));
        assertTrue(rows.listing(all).isEmpty(), "only the last are kept");
        awaitChange();
        assertEquals(RowsAhead.FEW + 1, count(all));
    }

    @Test
    void whereMakingTakesLongerThanAnIntervalThePictureStillMovesOn() {
        Asked first = asked(RowsAhead.FEW + 1);
        rows.newest(first, Snapshot.MEASURING);
        awaitChange();
        Asked second = asked(table.tick());
        assertSame(first.snapshot(), rows.newest(second, Snapshot.MEASURING));
        awaitChange();
        assertSame(second.snapshot(), rows.newest(second, first.snapshot()));
    }
}
