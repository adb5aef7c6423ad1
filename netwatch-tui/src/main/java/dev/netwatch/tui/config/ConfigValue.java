package dev.netwatch.tui.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/* The value of one key, with what an error has to say about where it stands. */
record ConfigValue(String file, String key, Node node) {

    static String at(String file, Node node) {
        return file
                + node.getStartMark()
                        .map(mark -> ", line " + (mark.getLine() + 1))
                        .orElse("");
    }

    static boolean isNull(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.NULL);
    }

    <T> T scalar(Function<String, T> reader) {
        if (node instanceof ScalarNode scalar && !isNull(scalar)) {
            return read(scalar, reader);
        }
        throw wrong(node, "needs one value");
    }

    /** The items of a list; none where nothing stands behind the key. */
    <T> List<T> list(Function<String, T> reader) {
        if (node instanceof ScalarNode scalar && isNull(scalar)) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            String written = node instanceof ScalarNode scalar ? scalar.getValue() : "value";
            throw wrong(node, "is a list; write '- " + written + "' on a line of its own, or [" + written + "]");
        }
        List<T> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (!(item instanceof ScalarNode scalar) || isNull(scalar)) {
                throw wrong(item, "an item of the list is one value");
            }
            items.add(read(scalar, reader));
        }
        return items;
    }

    /** The entries below this key, each under a name of its own such as {@code keys.sort}. */
    List<ConfigValue> mapping() {
        if (node instanceof ScalarNode scalar && isNull(scalar)) {
            return List.of();
        }
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(node, "holds lines of the form 'name: value'");
        }
        List<ConfigValue> entries = new ArrayList<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode name)) {
                throw wrong(entry.getKeyNode(), "a name is one word");
            }
            entries.add(new ConfigValue(file, key + "." + name.getValue(), entry.getValueNode()));
        }
        return entries;
    }

    /** The last part of the key. */
    String name() {
        return key.substring(key.indexOf('.') + 1);
    }

    /** One value, or a list of them. */
    <T> List<T> oneOrMore(Function<String, T> reader) {
        boolean one = node instanceof ScalarNode scalar && !isNull(scalar);
        return one ? List.of(scalar(reader)) : list(reader);
    }

    UsageException wrong(String what) {
        return wrong(node, what);
    }

    List<String> names() {
        return list(text -> {
            if (text.isBlank()) {
                throw new UsageException("a process has a name");
            }
            return text.strip();
        });
    }

    private <T> T read(ScalarNode scalar, Function<String, T> reader) {
        try {
            return reader.apply(scalar.getValue());
        } catch (UsageException e) {
            throw wrong(scalar, e.notice().sentence());
        }
    }

    private UsageException wrong(Node where, String what) {
        return new UsageException(at(file, where) + ", " + key + ": " + what);
    }
}
