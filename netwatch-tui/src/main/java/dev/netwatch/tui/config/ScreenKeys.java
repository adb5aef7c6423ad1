package dev.netwatch.tui.config;

import dev.netwatch.domain.query.FilterExpression;
import dev.netwatch.domain.query.FilterSyntaxException;
import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.SortKey;
import dev.netwatch.tui.state.Column;
import dev.netwatch.tui.state.Preferences;
import dev.netwatch.tui.state.ThemeName;
import dev.netwatch.tui.state.Units;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/* What a configuration says about the screen: how each key is read, and into what. */
final class ScreenKeys {
    private static final List<String> DIRECTIONS = List.of("asc", "desc");

    private ScreenKeys() {}

    /** Adds these keys to all that a configuration can hold. */
    static void addTo(Map<String, BiConsumer<NetwatchConfigBuilder, ConfigValue>> all) {
        add(all, "theme", ScreenKeys::theme, Preferences::withTheme);
        add(
                all,
                "units",
                ScreenKeys::base,
                (chosen, base) ->
                        chosen.withUnits(new Units(base, chosen.units().bits())));
        add(
                all,
                "rates",
                ScreenKeys::bits,
                (chosen, bits) -> chosen.withUnits(new Units(chosen.units().base(), bits)));
        add(all, "filter", ScreenKeys::filter, Preferences::withFilter);
        add(all, "sort", ScreenKeys::order, Preferences::withOrder);
        all.put(
                "columns",
                (config, value) -> config.preferences(config.preferences().withColumns(columns(value))));
        add(all, "mouse", Words::truth, Preferences::withMouse);
        all.put(
                "keys",
                (config, value) -> config.preferences(config.preferences().withKeys(KeyChoices.read(value))));
    }

    private static <T> void add(
            Map<String, BiConsumer<NetwatchConfigBuilder, ConfigValue>> all,
            String name,
            Function<String, T> reader,
            BiFunction<Preferences, T, Preferences> setter) {
        all.put(name, (config, value) -> config.preferences(setter.apply(config.preferences(), value.scalar(reader))));
    }

    private static ThemeName theme(String text) {
        return ThemeName.of(text).orElseThrow(() -> Words.unknown("theme", text, ThemeName.words()));
    }

    private static int base(String text) {
        if (text.equals("1024") || text.equals("1000")) {
            return Integer.parseInt(text);
        }
        throw new UsageException("'" + text + "' is no step between units; choose 1024 or 1000");
    }

    private static boolean bits(String text) {
        if (text.equals("bits") || text.equals("bytes")) {
            return text.equals("bits");
        }
        throw Words.unknown("measure", text, List.of("bytes", "bits"));
    }

    private static FilterExpression filter(String text) {
        try {
            return FilterExpression.parse(text);
        } catch (FilterSyntaxException e) {
            throw new UsageException("at character " + (e.column() + 1) + " of '" + text + "': " + e.sentence());
        }
    }

    /** {@code rate}, {@code rate desc}. */
    private static Order order(String text) {
        String[] words = text.strip().split("\\s+");
        SortKey key = Arrays.stream(SortKey.values())
                .filter(candidate -> word(candidate).equals(words[0]))
                .findFirst()
                .orElseThrow(() -> Words.unknown("order", words[0], sortWords()));
        if (words.length == 1) {
            return new Order(key, key.descendingFirst(), false);
        }
        if (words.length > 2 || !DIRECTIONS.contains(words[1])) {
            throw new UsageException("'" + text + "' is no order; write " + words[0] + ", " + words[0] + " asc or "
                    + words[0] + " desc");
        }
        return new Order(key, words[1].equals("desc"), false);
    }

    private static List<Column> columns(ConfigValue value) {
        List<String> words = Arrays.stream(Column.values()).map(Column::word).toList();
        List<Column> columns = value.list(text -> Arrays.stream(Column.values())
                .filter(column -> column.word().equals(text))
                .findFirst()
                .orElseThrow(() -> Words.unknown("column", text, words)));
        if (columns.isEmpty() || columns.size() > Set.copyOf(columns).size()) {
            throw value.wrong(columns.isEmpty() ? "a table has one column at least" : "a column is named twice");
        }
        return columns;
    }

    static String word(SortKey key) {
        return key.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> sortWords() {
        return Arrays.stream(SortKey.values()).map(ScreenKeys::word).toList();
    }
}
