package dev.netwatch.domain.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.MadeUpSocket;
import dev.netwatch.domain.track.Snapshot;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ViewTest {
    private Snapshot snapshot = Snapshot.MEASURING;

    @BeforeEach
    void aMixedLot() {
        Connections traffic = new Connections(new FakeClock());
        MadeUpSocket busy =
                traffic.tcp("busy", 1).to("192.0.2.1", 443).bytes(0, 0).seen(1);
        traffic.tcp("idle", 2).to("192.0.2.2", 443).bytes(9, 9).seen(2);
        traffic.udp("uncounted", 3).to("192.0.2.3", 53).seen(1);
        traffic.udp("waiting", 4).from("0.0.0.0", 5353).direction(Direction.LISTENING);
        MadeUpSocket gone =
                traffic.tcp("gone", 5).to("192.0.2.5", 443).bytes(9, 9).seen(1);
        MadeUpSocket deaf = traffic.udp("deaf", 6).from("0.0.0.0", 99).direction(Direction.LISTENING);
        traffic.tick();
        busy.bytes(500, 0);
        gone.close();
        deaf.close();
        snapshot = traffic.tick();
    }

    private QueryResult in(View view, boolean listening) {
        return new Query(Filter.ALL, Set.of(), true, listening, true, Order.by(SortKey.PROCESS), view).run(snapshot);
    }

    @ParameterizedTest
    @CsvSource({
        "ALL, busy idle uncounted gone",
        "NEW, busy uncounted gone",
        "ACTIVE, busy",
        "LISTENING, waiting",
        "CLOSED, gone"
    })
    void aViewShowsItsRowsAndOnlyThose(View view, String processes) {
        List<String> shown = in(view, false).rows().stream()
                .map(row -> row.process().orElseThrow())
                .toList();
        assertEquals(List.of(processes.split(" ")), shown);
    }

    /** The counts are those of all views, whichever is looked at, and are what looking there shows. */
    @ParameterizedTest
    @EnumSource(View.class)
    void everyViewIsCountedWhicheverIsShown(View view) {
        for (boolean listening : new boolean[] {false, true}) {
            assertEquals(in(View.ALL, listening).views(), in(view, listening).views());
            assertEquals(
                    in(view, listening).rows().size(),
                    in(View.ALL, listening).views().of(view));
        }
    }

    @Test
    void socketsThatWaitAreAmongAllAndClosedOnesWhereTheyAreNotHidden() {
        assertEquals(new ViewCounts(4, 3, 1, 1, 1), in(View.ALL, false).views());
        assertEquals(new ViewCounts(6, 3, 1, 1, 2), in(View.ALL, true).views());
    }

    @Test
    void connectionsAndStaleRowsAreThoseOfTheView() {
        assertEquals(3, in(View.ALL, false).connections());
        assertEquals(1, in(View.ALL, false).stale());
        assertEquals(1, in(View.ACTIVE, false).connections());
        assertEquals(0, in(View.ACTIVE, false).stale());
        assertTrue(in(View.CLOSED, false).rows().get(0).isStale());
    }

    @Test
    void viewsFollowEachOtherBothWays() {
        assertEquals(View.NEW, View.ALL.next(1));
        assertEquals(View.ALL, View.CLOSED.next(1));
        assertEquals(View.CLOSED, View.ALL.next(-1));
    }
}
