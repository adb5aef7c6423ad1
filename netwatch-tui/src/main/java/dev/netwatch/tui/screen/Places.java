package dev.netwatch.tui.screen;

import dev.netwatch.domain.query.LineKey;
import dev.netwatch.domain.query.ListLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the lines of a table stood at one moment, so that they can be kept there. Lines that came since stand behind
 * those of their group, in the order they come in.
 */
public final class Places {
    private final Map<LineKey, Integer> places = new HashMap<>();

    private Places() {}

    public static Places of(List<ListLine> lines) {
        Places places = new Places();
        for (ListLine line : lines) {
            places.places.put(line.key(), places.places.size());
        }
        return places;
    }

    /* A line and what stands in its group. */
    private record Node(ListLine line, List<Node> inside) {}

    /** The same lines, each where it stood; groups stay together. */
    public List<ListLine> keep(List<ListLine> lines) {
        List<Node> roots = new ArrayList<>();
        List<List<Node>> levels = new ArrayList<>(List.of(roots));
        for (ListLine line : lines) {
            Node node = new Node(line, new ArrayList<>());
            int depth = Math.min(line.depth(), levels.size() - 1);
            levels.subList(depth + 1, levels.size()).clear();
            levels.get(depth).add(node);
            levels.add(node.inside);
        }
        List<ListLine> kept = new ArrayList<>(lines.size());
        flatten(roots, kept);
        return kept;
    }

    private void flatten(List<Node> nodes, List<ListLine> into) {
        nodes.sort(Comparator.comparingInt(node -> places.getOrDefault(node.line.key(), Integer.MAX_VALUE)));
        for (Node node : nodes) {
            into.add(node.line);
            flatten(node.inside, into);
        }
    }
}
