package dev.netwatch.tui.state;

import dev.netwatch.domain.query.FilterExpression;
import dev.netwatch.domain.query.Order;
import dev.netwatch.tui.input.KeyBindings;
import java.util.List;

/**
 * What the user chose about the screen, for this run and later ones.
 *
 * @param keys which key does what
 * @param filter in force at the start
 * @param order of the rows at the start
 * @param columns that are shown where there is room, from left to right
 * @param mouse whether clicks and the wheel work at the start; while they do, a terminal selects no text
 */
public record Preferences(
        ThemeName theme,
        KeyBindings keys,
        Units units,
        FilterExpression filter,
        Order order,
        List<Column> columns,
        boolean mouse) {
    public static final Preferences DEFAULT = new Preferences(
            ThemeName.TERMINAL,
            KeyBindings.DEFAULT,
            Units.DEFAULT,
            TableOptions.DEFAULT.filter(),
            TableOptions.DEFAULT.order(),
            TableOptions.DEFAULT.columns(),
            false);

    public Preferences {
        columns = List.copyOf(columns);
    }

    public Preferences withTheme(ThemeName other) {
        return new Preferences(other, keys, units, filter, order, columns, mouse);
    }

    public Preferences withKeys(KeyBindings other) {
        return new Preferences(theme, other, units, filter, order, columns, mouse);
    }

    public Preferences withUnits(Units other) {
        return new Preferences(theme, keys, other, filter, order, columns, mouse);
    }

    public Preferences withFilter(FilterExpression other) {
        return new Preferences(theme, keys, units, other, order, columns, mouse);
    }

    public Preferences withOrder(Order other) {
        return new Preferences(theme, keys, units, filter, other, columns, mouse);
    }

    public Preferences withColumns(List<Column> shown) {
        return new Preferences(theme, keys, units, filter, order, shown, mouse);
    }

    public Preferences withMouse(boolean on) {
        return new Preferences(theme, keys, units, filter, order, columns, on);
    }
}
