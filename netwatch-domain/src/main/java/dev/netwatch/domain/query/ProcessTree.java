package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.Ancestor;
import dev.netwatch.domain.connection.ProcessId;
import dev.netwatch.domain.connection.ProcessRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/*
 * Rows below their processes, and those below the processes that started them. The first process of the system is no
 * node for its descendants: it would say of everything that it is on this machine, and cost a level.
 */
final class ProcessTree {
    private static final long FIRST_PROCESS = 1;

    private final Order order;
    private final Expansion expansion;
    private final Map<ProcessId, Node> nodes = new LinkedHashMap<>();
    private final List<Node> roots = new ArrayList<>();

    ProcessTree(Order order, Expansion expansion) {
        this.order = order;
        this.expansion = expansion;
    }

    private static final class Node {
        private final GroupKey key;
        private final Optional<String> name;
        private final OptionalLong pid;
        private final List<Node> children = new ArrayList<>();
        private final List<TrafficRow> rows = new ArrayList<>();
        private final GroupSum sum = new GroupSum();

        Node(Optional<ProcessId> process, Optional<String> name) {
            this.key = new GroupKey(Grouping.PROCESS_TREE, process);
            this.name = name;
            this.pid = process.map(id -> OptionalLong.of(id.pid())).orElseGet(OptionalLong::empty);
        }
    }

    List<ListLine> lines(List<TrafficRow> rows) {
        Node nobody = new Node(Optional.empty(), Optional.empty());
        for (TrafficRow row : rows) {
            Optional<ProcessRef> process = row.speaker().owner().process();
            Node node = process.map(this::node).orElse(nobody);
            node.rows.add(row);
        }
        if (!nobody.rows.isEmpty()) {
            roots.add(nobody);
        }
        List<ListLine> lines = new ArrayList<>();
        roots.forEach(this::addUp);
        add(roots, 0, lines);
        return lines;
    }

    private Node node(ProcessRef process) {
        Node known = nodes.get(process.id());
        if (known != null) {
            return known;
        }
        Node node = new Node(Optional.of(process.id()), Optional.of(process.name()));
        nodes.put(process.id(), node);
        hang(node, process.ancestors());
        return node;
    }

    private void hang(Node node, List<Ancestor> ancestors) {
        Node child = node;
        Set<Node> chain = new HashSet<>(Set.of(node));
        for (Ancestor ancestor : ancestors) {
            Node parent = nodes.get(ancestor.id());
            if (ancestor.id().pid() == FIRST_PROCESS || chain.contains(parent)) {
                break; // nobody descends from itself, but a recording may say so
            }
            if (parent != null) {
                parent.children.add(child);
                return;
            }
            parent = new Node(Optional.of(ancestor.id()), Optional.of(ancestor.name()));
            nodes.put(ancestor.id(), parent);
            parent.children.add(child);
            chain.add(parent);
            child = parent;
        }
        roots.add(child);
    }

    private void addUp(Node node) {
        node.rows.forEach(node.sum::add);
        for (Node child : node.children) {
            addUp(child);
            node.sum.add(child.sum);
        }
        node.sum.weigh(order);
    }

    private void add(List<Node> siblings, int depth, List<ListLine> lines) {
        siblings.sort((a, b) -> GroupSum.compare(a.sum, b.sum, order.descending()));
        for (Node node : siblings) {
            boolean expanded = expansion.isExpanded(node.key);
            lines.add(node.sum.header(node.key, node.name, node.pid, depth, expanded));
            if (expanded) {
                node.rows.forEach(row -> lines.add(new ListLine.Row(row, depth + 1)));
                add(node.children, depth + 1, lines);
            }
        }
    }
}
