package dev.netwatch.tui.state;

import dev.netwatch.domain.query.ListLine;
import dev.netwatch.domain.query.Query;
import dev.netwatch.domain.query.RowKey;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of a table for tests, one for each number, in any order. */
final class Rows {
    private static final int MOST = 64;
    private static final Map<Integer, TrafficRow> BY_PORT = byPort();

    private Rows() {}

    private static Map<Integer, TrafficRow> byPort() {
        Connections table = new Connections(new FakeClock());
        for (int port = 1; port <= MOST; port++) {
            table.tcp("p", 1).to("192.0.2.1", port);
        }
        Map<Integer, TrafficRow> rows = new HashMap<>();
        Query.EVERYTHING
                .run(table.tick())
                .rows()
                .forEach(row -> rows.put(row.key().port(), row));
        return rows;
    }

    /** @param numbers 1 to 64 */
    static List<ListLine> of(Integer... numbers) {
        return of(List.of(numbers));
    }

    static List<TrafficRow> rows(Integer... numbers) {
        return of(numbers).stream().map(line -> ((ListLine.Row) line).row()).toList();
    }

    static List<ListLine> of(List<Integer> numbers) {
        List<ListLine> rows = new ArrayList<>();
        numbers.forEach(number -> rows.add(new ListLine.Row(BY_PORT.get(number), 0)));
        return rows;
    }

    /** Which row is selected; 0 for none. */
    static int selected(Cursor cursor) {
        return cursor.selected().map(key -> ((RowKey) key).row().port()).orElse(0);
    }
}
