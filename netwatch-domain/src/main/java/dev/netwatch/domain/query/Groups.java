package dev.netwatch.domain.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/* Rows in groups that do not nest. */
final class Groups {
    private final Grouping grouping;
    private final Order order;
    private final Expansion expansion;

    Groups(Grouping grouping, Order order, Expansion expansion) {
        this.grouping = grouping;
        this.order = order;
        this.expansion = expansion;
    }

    private record Members(GroupKey key, List<TrafficRow> rows, GroupSum sum) {}

    List<ListLine> lines(List<TrafficRow> rows) {
        Function<TrafficRow, Optional<?>> common = grouping.among(rows);
        Map<Optional<?>, Members> groups = new LinkedHashMap<>();
        for (TrafficRow row : rows) {
            Members members = groups.computeIfAbsent(
                    common.apply(row),
                    what -> new Members(new GroupKey(grouping, what), new ArrayList<>(), new GroupSum()));
            members.rows.add(row);
            members.sum.add(row);
        }
        List<Members> ordered = new ArrayList<>(groups.values());
        ordered.forEach(members -> members.sum.weigh(order));
        ordered.sort((a, b) -> GroupSum.compare(a.sum, b.sum, order.descending()));
        List<ListLine> lines = new ArrayList<>();
        ordered.forEach(members -> add(members, lines));
        return lines;
    }

    private void add(Members members, List<ListLine> lines) {
        boolean expanded = expansion.isExpanded(members.key);
        lines.add(members.sum.header(members.key, label(members), 0, expanded));
        if (expanded) {
            members.rows.forEach(row -> lines.add(new ListLine.Row(row, 1)));
        }
    }

    private Optional<String> label(Members members) {
        return members.key.what().isEmpty() ? Optional.empty() : grouping.label(members.rows.get(0));
    }
}
