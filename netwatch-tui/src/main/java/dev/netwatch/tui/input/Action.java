package dev.netwatch.tui.input;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a key asks for. */
public enum Action {
    SORT,
    REVERSE,
    FILTER,
    /** Opens the line for a filter. */
    SEARCH,
    RATE,
    PAUSE,
    LOOPBACK,
    /** Opens the list of orders. */
    SORT_BY,
    /** Opens the list of columns. */
    COLUMNS,
    /** Opens the list of looks. */
    THEME,
    SETTINGS,
    LOG,
    MOUSE,
    COPY,
    /** Writes what is shown into a file. */
    EXPORT,
    /** The selected peer is no news any more. */
    MARK_KNOWN,
    /** What is remembered of the selected peer. */
    HISTORY,
    UNDO,
    EXCLUDE,
    CLEAR_EXCLUSIONS,
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    FIRST,
    LAST,
    DETAILS,
    GROUP,
    EXPAND,
    COLLAPSE,
    /** Lines keep their places. */
    FREEZE,
    VIEW_ALL,
    VIEW_NEW,
    VIEW_ACTIVE,
    VIEW_LISTENING,
    VIEW_CLOSED,
    NEXT_VIEW,
    PREVIOUS_VIEW,
    HELP,
    /** Closes the innermost thing; with nothing open, the program. */
    BACK,
    QUIT,
    /** Closes the program whatever is open. */
    INTERRUPT,
    REPAINT,
    /** A character that means nothing here, but closes what any key closes. */
    OTHER;

    /** As a configuration names it: {@code page-up}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those a user may choose keys for. */
    public static List<Action> bindable() {
        return Arrays.stream(values())
                .filter(action -> action != OTHER && action != INTERRUPT)
                .toList();
    }
}
