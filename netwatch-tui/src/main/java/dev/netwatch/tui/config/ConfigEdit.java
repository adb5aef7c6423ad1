package dev.netwatch.tui.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/*
 * A YAML library that writes what it has read loses remarks, quotation marks and blank lines. So nothing is written anew:
 * the library says where the value of a key stands, and that piece of the text is cut out and another put in.
 */
/**
 * Changes one key in the text of a configuration and leaves every other character alone.
 *
 * @param text after the change
 * @param lost whether a remark stood inside the old value and is gone
 */
record ConfigEdit(String text, boolean lost) {

    /**
     * @param yaml a configuration that can be read
     * @param value in YAML, on one line or on lines that are indented
     */
    static ConfigEdit set(String yaml, String key, String value) {
        Optional<NodeTuple> entry = entry(yaml, key);
        return entry.isEmpty() ? appended(yaml, key, value) : replaced(yaml, entry.get(), value);
    }

    private static Optional<NodeTuple> entry(String yaml, String key) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        return new Compose(settings)
                .composeString(yaml)
                .filter(MappingNode.class::isInstance)
                .flatMap(root -> ((MappingNode) root)
                        .getValue().stream()
                                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                                        && name.getValue().equals(key))
                                .findFirst());
    }

    private static ConfigEdit replaced(String yaml, NodeTuple entry, String value) {
        int from = index(yaml, entry.getKeyNode().getEndMark()); // before the colon
        int begin = yaml.indexOf(':', from) + 1;
        int end = Math.max(begin, end(yaml, entry.getValueNode()));
        String old = yaml.substring(begin, end);
        boolean lost = old.lines().anyMatch(line -> line.strip().startsWith("#") || line.contains(" #"));
        String separator = value.startsWith("\n") ? "" : " ";
        return new ConfigEdit(yaml.substring(0, begin) + separator + value + yaml.substring(end), lost);
    }

    /** Of a block list the library says where the next thing begins; it ends where its last item does. */
    private static int end(String yaml, Node value) {
        Node last = value;
        while (last instanceof CollectionNode<?> collection
                && !isFlow(yaml, last)
                && !collection.getValue().isEmpty()) {
            last = last instanceof SequenceNode list
                    ? list.getValue().get(list.getValue().size() - 1)
                    : lastValue((MappingNode) last);
        }
        return index(yaml, last.getEndMark());
    }

    private static Node lastValue(MappingNode mapping) {
        return mapping.getValue().get(mapping.getValue().size() - 1).getValueNode();
    }

    private static boolean isFlow(String yaml, Node node) {
        int start = index(yaml, node.getStartMark());
        return start < yaml.length() && (yaml.charAt(start) == '[' || yaml.charAt(start) == '{');
    }

    /** Marks count code points. */
    private static int index(String yaml, Optional<Mark> mark) {
        int points = mark.orElseThrow(() -> new IllegalStateException("a node without a place"))
                .getIndex();
        return yaml.offsetByCodePoints(0, Math.min(points, yaml.codePointCount(0, yaml.length())));
    }

    private static ConfigEdit appended(String yaml, String key, String value) {
        String ended = yaml.isEmpty() || yaml.endsWith("\n") ? yaml : yaml + "\n";
        String separator = value.startsWith("\n") ? ":" : ": ";
        return new ConfigEdit(ended + key + separator + value + "\n", false);
    }
}
