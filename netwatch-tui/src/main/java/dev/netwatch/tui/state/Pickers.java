package dev.netwatch.tui.state;

import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.SortKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The lists to pick from. */
public final class Pickers {
    private Pickers() {}

    static Picker sort(TableOptions options) {
        List<Choice> choices = new ArrayList<>();
        for (SortKey key : SortKey.values()) {
            boolean now = key == options.order().key();
            Order order = now ? reversed(options.order()) : Order.by(key);
            String note =
                    now ? "in force; Enter turns it round" : order.descending() ? "highest first" : "lowest first";
            choices.add(Choice.of(word(key), note, new Effect.Show(options.ordered(order))));
        }
        return Picker.of("sort by", choices, options.order().key().ordinal());
    }

    private static Order reversed(Order order) {
        return new Order(order.key(), !order.descending(), order.byRate());
    }

    static String word(SortKey key) {
        return key.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Each look is seen as soon as it is selected. */
    public static Picker theme(Preferences now) {
        List<Choice> choices = Arrays.stream(ThemeName.values())
                .map(name -> Choice.of(name.word(), name.meaning(), new Effect.Prefer(now.withTheme(name))))
                .toList();
        return Picker.of("theme", choices, now.theme().ordinal()).previewing(new Effect.Prefer(now));
    }

    static Picker export() {
        return Picker.of(
                "export these rows as",
                List.of(
                        choice(ExportFormat.CSV, "for spreadsheets"),
                        choice(ExportFormat.JSON, "one array"),
                        choice(ExportFormat.NDJSON, "one object a line")),
                0);
    }

    private static Choice choice(ExportFormat format, String note) {
        return Choice.of(format.name(), note, new Effect.Export(format));
    }

    static Picker columns(TableOptions options) {
        List<Choice> choices = Arrays.stream(Column.values())
                .map(column -> Choice.toggle(
                        column.word(),
                        column.meaning(),
                        new Effect.ToggleColumn(column),
                        options.columns().contains(column)))
                .toList();
        return Picker.of("columns, where there is room", choices, 0);
    }
}
