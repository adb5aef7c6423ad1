package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.Direction;
import java.util.ArrayList;
import java.util.List;

/* Puts rows into views, in one pass: counts them in each, and keeps those of the one that was asked for. */
final class ViewTally {
    private static final View[] VIEWS = View.values();

    private final View wanted;
    private final boolean listening;
    private final int[] counts = new int[VIEWS.length];
    private final List<TrafficRow> rows = new ArrayList<>();
    private int connections;
    private int stale;

    /** @param listening whether sockets that wait for peers are in other views than their own */
    ViewTally(View wanted, boolean listening) {
        this.wanted = wanted;
        this.listening = listening;
    }

    void add(TrafficRow row) {
        boolean hidden = !listening && row.key().direction() == Direction.LISTENING;
        for (View view : VIEWS) {
            if ((!hidden || view == View.LISTENING) && view.accepts(row)) {
                counts[view.ordinal()]++;
                if (view == wanted) {
                    keep(row);
                }
            }
        }
    }

    private void keep(TrafficRow row) {
        rows.add(row);
        connections += row.open().size();
        stale += row.isStale() ? 1 : 0;
    }

    QueryResult result(Order order, int excluded) {
        return new QueryResult(order.sorted(rows), connections, stale, excluded, views());
    }

    private ViewCounts views() {
        return new ViewCounts(
                counts[View.ALL.ordinal()],
                counts[View.NEW.ordinal()],
                counts[View.ACTIVE.ordinal()],
                counts[View.LISTENING.ordinal()],
                counts[View.CLOSED.ordinal()]);
    }
}
