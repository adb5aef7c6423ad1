package dev.netwatch.tui.config;

import dev.netwatch.domain.query.Order;
import dev.netwatch.tui.state.Column;
import dev.netwatch.tui.state.Preferences;
import dev.netwatch.tui.state.Setting;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/* What was chosen in the settings, as a configuration writes it. */
final class ScreenChoices {
    private ScreenChoices() {}

    /** Key and value of each setting that differs. */
    static Map<String, String> changes(Preferences there, Preferences wanted) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            if (setting.differs(there, wanted)) {
                changes.put(key(setting), value(setting, wanted));
            }
        }
        return changes;
    }

    private static String key(Setting setting) {
        return setting.name().toLowerCase(Locale.ROOT);
    }

    private static String value(Setting setting, Preferences wanted) {
        return switch (setting) {
            case THEME -> wanted.theme().word();
            case UNITS -> Integer.toString(wanted.units().base());
            case RATES -> wanted.units().bits() ? "bits" : "bytes";
            case SORT -> order(wanted.order());
            case FILTER -> quoted(wanted.filter().toString());
            case COLUMNS ->
                "["
                        + String.join(
                                ", ",
                                wanted.columns().stream().map(Column::word).toList()) + "]";
            case MOUSE -> Boolean.toString(wanted.mouse());
        };
    }

    private static String order(Order order) {
        return ScreenKeys.word(order.key()) + (order.descending() ? " desc" : " asc");
    }

    /** In single quotation marks nothing but those means anything. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
