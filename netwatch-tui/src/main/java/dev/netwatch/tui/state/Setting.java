package dev.netwatch.tui.state;

import java.util.Locale;

/** What can be set on the screen itself. */
public enum Setting {
    THEME("theme"),
    UNITS("units"),
    RATES("rates"),
    SORT("sort at start"),
    FILTER("filter at start"),
    COLUMNS("columns at start"),
    MOUSE("mouse");

    private final String label;

    Setting(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Its value; a filter may hold foreign text. */
    public String value(Preferences of) {
        return switch (this) {
            case THEME -> of.theme().word() + ": " + of.theme().meaning();
            case UNITS -> of.units().base() == 1024 ? "1024 (KB, MB)" : "1000 (kB, MB)";
            case RATES -> of.units().bits() ? "bits a second" : "bytes a second";
            case SORT ->
                of.order().key().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + (of.order().descending() ? ", highest first" : ", lowest first");
            case FILTER ->
                of.filter().toString().isEmpty() ? "none" : of.filter().toString();
            case COLUMNS -> of.columns().size() + " of " + Column.values().length;
            case MOUSE -> of.mouse() ? "on: click, wheel" : "off: the terminal selects text";
        };
    }

    /** Whether the two differ in it. */
    public boolean differs(Preferences one, Preferences other) {
        return switch (this) {
            case THEME -> one.theme() != other.theme();
            case UNITS -> one.units().base() != other.units().base();
            case RATES -> one.units().bits() != other.units().bits();
            case SORT -> !one.order().equals(other.order());
            case FILTER -> !one.filter().equals(other.filter());
            case COLUMNS -> !one.columns().equals(other.columns());
            case MOUSE -> one.mouse() != other.mouse();
        };
    }

    /** The next or the previous value; of order and filter the one in force now, or the default. */
    Preferences step(Preferences from, TableOptions now, int by) {
        Units units = from.units();
        return switch (this) {
            case THEME -> from.withTheme(next(from.theme(), by));
            case UNITS -> from.withUnits(new Units(units.base() == 1024 ? 1000 : 1024, units.bits()));
            case RATES -> from.withUnits(new Units(units.base(), !units.bits()));
            case SORT -> from.withOrder(from.order().equals(now.order()) ? Preferences.DEFAULT.order() : now.order());
            case FILTER ->
                from.withFilter(from.filter().equals(now.filter()) ? Preferences.DEFAULT.filter() : now.filter());
            case COLUMNS ->
                from.withColumns(from.columns().equals(now.columns()) ? Preferences.DEFAULT.columns() : now.columns());
            case MOUSE -> from.withMouse(!from.mouse());
        };
    }

    private static ThemeName next(ThemeName from, int by) {
        ThemeName[] all = ThemeName.values();
        return all[Math.floorMod(from.ordinal() + by, all.length)];
    }
}
