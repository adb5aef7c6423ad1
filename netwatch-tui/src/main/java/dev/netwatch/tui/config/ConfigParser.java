package dev.netwatch.tui.config;

import dev.netwatch.domain.notice.NearestWord;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 into typed values. It looks at the nodes, which know their lines, and makes no object of them.
 *
 * @see <a href="https://yaml.org/spec/1.2.2">YAML 1.2.2</a>
 */
final class ConfigParser {
    private static final Map<String, BiConsumer<NetwatchConfigBuilder, ConfigValue>> KEYS = new TreeMap<>();

    static {
        KEYS.put("excluded_processes", (config, value) -> config.excludedProcesses(value.names()));
        KEYS.put("dns_servers", (config, value) -> config.dnsServers(value.list(Words::dnsServer)));
        key("source", Words::source, NetwatchConfigBuilder::source);
        key("interval", Words::interval, NetwatchConfigBuilder::interval);
        key("retention", Durations::parse, NetwatchConfigBuilder::retention);
        key("stale_for", Durations::parse, NetwatchConfigBuilder::staleFor);
        key("color", Words::color, NetwatchConfigBuilder::color);
        key("dns", Words::truth, NetwatchConfigBuilder::dns);
        key("whois", Words::truth, NetwatchConfigBuilder::whois);
        key("history", Words::truth, NetwatchConfigBuilder::history);
        key("loopback", Words::truth, NetwatchConfigBuilder::loopback);
        key("listening", Words::truth, NetwatchConfigBuilder::listening);
        key("ascii", Words::truth, NetwatchConfigBuilder::ascii);
        ScreenKeys.addTo(KEYS);
    }

    private final String file;

    /** @param file what to call it in errors */
    ConfigParser(String file) {
        this.file = file;
    }

    private static <T> void key(
            String name,
            java.util.function.Function<String, T> reader,
            BiFunction<NetwatchConfigBuilder, T, NetwatchConfigBuilder> setter) {
        KEYS.put(name, (config, value) -> setter.apply(config, value.scalar(reader)));
    }

    /** @throws UsageException if the text is no YAML, or not the configuration of netwatch */
    NetwatchConfig parse(String yaml) {
        return parseOnto(NetwatchConfig.DEFAULT, yaml);
    }

    /** As {@link #parse}; what is not said stays as it is. */
    NetwatchConfig parseOnto(NetwatchConfig base, String yaml) {
        Optional<Node> root = compose(yaml);
        if (root.isEmpty() || root.get() instanceof ScalarNode empty && ConfigValue.isNull(empty)) {
            return base;
        }
        if (!(root.get() instanceof MappingNode mapping)) {
            throw new UsageException(at(root.get()) + ": a configuration is lines of the form 'key: value'");
        }
        NetwatchConfigBuilder config = base.change();
        Set<String> given = new HashSet<>();
        mapping.getValue().forEach(entry -> take(entry, given, config));
        return config.build();
    }

    private Optional<Node> compose(String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new CoreSchema())
                .setAllowNonScalarKeys(true) // so that we can say where one stands
                .build();
        try {
            return new Compose(settings).composeString(yaml);
        } catch (MarkedYamlEngineException e) {
            String where =
                    e.getProblemMark().map(mark -> place(yaml, mark.getLine())).orElse("");
            throw new UsageException(file + where + ": no YAML: " + e.getProblem());
        } catch (ReaderException e) {
            int line = (int) yaml.substring(0, Math.max(0, yaml.indexOf(e.getCodePoint())))
                    .chars()
                    .filter(character -> character == '\n')
                    .count();
            throw new UsageException("%s%s: no YAML: the character U+%04X is not allowed; remove it"
                    .formatted(file, place(yaml, line), e.getCodePoint()));
        } catch (YamlEngineException | IllegalArgumentException e) { // the latter for some broken tags
            throw new UsageException(file + ": no YAML: " + e.getMessage());
        }
    }

    /* What misses its end is found missing behind the last line, where nobody can mend it. */
    private static String place(String yaml, int fromZero) {
        List<String> lines = yaml.stripTrailing().lines().toList();
        int line = Math.max(0, Math.min(fromZero, lines.size() - 1));
        String key = lines.isEmpty() ? "" : lines.get(line).split(":", 2)[0];
        return ", line " + (line + 1) + (KEYS.containsKey(key) ? ", " + key : "");
    }

    private void take(NodeTuple entry, Set<String> given, NetwatchConfigBuilder config) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            throw new UsageException(at(entry.getKeyNode()) + ": a key is one word");
        }
        String name = key.getValue();
        if (!KEYS.containsKey(name)) {
            throw new UsageException(at(key) + ": there is no key '" + name + "'; known are "
                    + String.join(", ", KEYS.keySet()) + NearestWord.hint(name, KEYS.keySet()));
        }
        if (!given.add(name)) {
            throw new UsageException(at(key) + ", " + name + ": given twice");
        }
        KEYS.get(name).accept(config, new ConfigValue(file, name, entry.getValueNode()));
    }

    private String at(Node node) {
        return ConfigValue.at(file, node);
    }
}
