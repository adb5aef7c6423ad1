package dev.netwatch.tui.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.domain.query.Expansion;
import dev.netwatch.domain.query.Grouping;
import dev.netwatch.domain.query.ListLine;
import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.Query;
import dev.netwatch.domain.query.QueryResult;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.MadeUpSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Connections table = new Connections(new FakeClock());
    private final MadeUpSocket a = table.tcp("a", 1).to("192.0.2.1", 1).bytes(300, 0);
    private final MadeUpSocket b = table.tcp("b", 2).to("192.0.2.1", 2).bytes(200, 0);
    private final MadeUpSocket b2 = table.tcp("b", 2).to("192.0.2.1", 3).bytes(50, 0);

    private List<ListLine> lines(Grouping grouping) {
        QueryResult result = Query.EVERYTHING.run(table.tick());
        return grouping.lines(result, Order.DEFAULT, Expansion.ALL);
    }

    private static List<String> names(List<ListLine> lines) {
        Labels labels = new Labels(Glyphs.ASCII);
        return lines.stream()
                .map(line -> line instanceof ListLine.Row row
                        ? labels.line(line) + row.row().key().port()
                        : labels.line(line))
                .toList();
    }

    @Test
    void linesStayWhereTheyStoodAndNewOnesComeBehind() {
        Places places = Places.of(lines(Grouping.NONE));
        b2.bytes(9_000, 0);
        table.tcp("c", 3).to("192.0.2.1", 4).bytes(5_000, 0);
        table.tcp("d", 4).to("192.0.2.1", 5).bytes(6_000, 0);
        List<ListLine> now = lines(Grouping.NONE);
        assertEquals(List.of("b3", "d5", "c4", "a1", "b2"), names(now));
        assertEquals(List.of("a1", "b2", "b3", "d5", "c4"), names(places.keep(now)));
    }

    @Test
    void rowsStayInTheirGroupsAndGroupsStayTogether() {
        Places places = Places.of(lines(Grouping.PROCESS));
        b2.bytes(9_000, 0);
        a.bytes(301, 0);
        b.bytes(201, 0);
        List<ListLine> now = lines(Grouping.PROCESS);
        assertEquals(List.of("b", "b3", "b2", "a", "a1"), names(now));
        assertEquals(List.of("a", "a1", "b", "b2", "b3"), names(places.keep(now)));
    }

    @Test
    void whatIsGoneLeavesNoGap() {
        Places places = Places.of(lines(Grouping.NONE));
        a.close();
        assertEquals(List.of("b2", "b3", "a1"), names(lines(Grouping.NONE)));
        assertEquals(List.of("a1", "b2", "b3"), names(places.keep(lines(Grouping.NONE))));
    }
}
