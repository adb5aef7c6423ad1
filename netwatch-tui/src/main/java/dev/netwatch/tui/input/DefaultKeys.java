package dev.netwatch.tui.input;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/* The keys of every action that has any, the one to name in help first. */
final class DefaultKeys {
    static final Map<Action, List<String>> ALL = new EnumMap<>(Action.class);

    static {
        bind(Action.SORT, "s");
        bind(Action.REVERSE, "r", "S");
        bind(Action.FILTER, "f");
        bind(Action.SEARCH, "/", "F3", "F4");
        bind(Action.RATE, "d");
        bind(Action.PAUSE, "p", "Space");
        bind(Action.LOOPBACK, "l");
        bind(Action.SORT_BY, "o", "F6");
        bind(Action.COLUMNS, "v");
        bind(Action.THEME, "t");
        bind(Action.SETTINGS, ",");
        bind(Action.LOG, "L");
        bind(Action.MOUSE, "m");
        bind(Action.COPY, "c");
        bind(Action.EXPORT, "e");
        bind(Action.MARK_KNOWN, "n");
        bind(Action.HISTORY, "h");
        bind(Action.UNDO, "u");
        bind(Action.EXCLUDE, "x");
        bind(Action.CLEAR_EXCLUSIONS, "X");
        bind(Action.UP, "Up", "k");
        bind(Action.DOWN, "Down", "j");
        bind(Action.PAGE_UP, "PgUp", "Ctrl-B");
        bind(Action.PAGE_DOWN, "PgDn", "Ctrl-F");
        bind(Action.FIRST, "g", "Home");
        bind(Action.LAST, "G", "End");
        bind(Action.DETAILS, "Enter");
        bind(Action.GROUP, "a");
        bind(Action.EXPAND, "Right");
        bind(Action.COLLAPSE, "Left");
        bind(Action.FREEZE, "z");
        bind(Action.VIEW_ALL, "1");
        bind(Action.VIEW_NEW, "2");
        bind(Action.VIEW_ACTIVE, "3");
        bind(Action.VIEW_LISTENING, "4");
        bind(Action.VIEW_CLOSED, "5");
        bind(Action.NEXT_VIEW, "Tab");
        bind(Action.PREVIOUS_VIEW, "Shift-Tab");
        bind(Action.HELP, "?", "F1");
        bind(Action.BACK, KeyName.ESC);
        bind(Action.QUIT, "q");
        bind(Action.INTERRUPT, KeyName.INTERRUPT);
        bind(Action.REPAINT, "Ctrl-L");
    }

    private DefaultKeys() {}

    private static void bind(Action action, String... names) {
        ALL.put(action, List.of(names));
    }
}
