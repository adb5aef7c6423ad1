package dev.netwatch.tui.screen;

import dev.netwatch.tui.input.Action;
import dev.netwatch.tui.state.DetailOverlay;
import dev.netwatch.tui.state.Overlay;
import dev.netwatch.tui.state.UiState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;

/*
 * The line of keys. Help and quit stand at the right and are never cut; of the others, labels go before keys, from the
 * right, and only keys that work now are named.
 */
final class KeyHints {
    private record Hint(String key, String label, String shortLabel) {}

    private static final int GONE = 3;
    private static final int GAP = 2;

    private final Look look;

    KeyHints(Look look) {
        this.look = look;
    }

    AttributedString line(Scene scene, UiState state, int columns) {
        Optional<Overlay> top = state.top();
        boolean details = top.isPresent() && top.get() instanceof DetailOverlay;
        List<Hint> hints = details ? ofDetails((DetailOverlay) top.get()) : ofTable(scene, state);
        Line right = new Line();
        add(right, key(Action.HELP), "help");
        add(right, details ? "Esc" : key(Action.QUIT), details ? "close" : "quit");
        int room = columns - 2 - right.columns() - GAP;
        Line line =
                new Line().padTo(1, look.theme().plain()).add(left(hints, room).build());
        return line.padTo(columns - 1 - right.columns(), look.theme().plain())
                .add(right.build())
                .build();
    }

    private List<Hint> ofTable(Scene scene, UiState state) {
        List<Hint> hints = new ArrayList<>();
        boolean rows = !scene.listing().lines().isEmpty();
        if (rows) {
            hint(hints, Action.DETAILS, "details", "info");
        }
        hint(hints, Action.SEARCH, "filter", "filter");
        hint(hints, Action.NEXT_VIEW, "view", "view");
        hint(hints, Action.SORT, "sort", "sort");
        hint(hints, Action.GROUP, "group", "group");
        hint(hints, Action.REVERSE, "reverse", "rev");
        hint(hints, Action.FILTER, "new", "new");
        hint(
                hints,
                Action.RATE,
                state.options().rates() ? "bytes" : "rates",
                state.options().rates() ? "bytes" : "rates");
        hint(
                hints,
                Action.PAUSE,
                state.options().paused() ? "go on" : "pause",
                state.options().paused() ? "go on" : "pause");
        if (rows) {
            hint(hints, Action.EXCLUDE, "exclude", "excl");
        }
        hint(hints, Action.FREEZE, state.options().arrangement().frozen() ? "unfreeze" : "freeze", "freeze");
        if (scene.exclusions() > 0) {
            hint(hints, Action.CLEAR_EXCLUSIONS, "show excluded", "show");
        }
        hint(hints, Action.LOOPBACK, "loopback", "loop");
        return hints;
    }

    private List<Hint> ofDetails(DetailOverlay details) {
        List<Hint> hints = new ArrayList<>();
        hints.add(new Hint("Enter", details.whole() ? "smaller" : "larger", details.whole() ? "less" : "more"));
        hints.add(new Hint("PgDn", "scroll", "scroll"));
        if (!details.whole()) {
            hints.add(new Hint(look.glyphs().arrows(), "row", "row"));
        }
        return hints;
    }

    /** None for an action whose keys the user took away. */
    private void hint(List<Hint> hints, Action action, String label, String shortLabel) {
        String key = key(action);
        if (!key.isEmpty()) {
            hints.add(new Hint(key, label, shortLabel));
        }
    }

    private String key(Action action) {
        List<String> keys = look.keys().keysOf(action);
        return keys.isEmpty() ? "" : keys.get(0);
    }

    private Line left(List<Hint> hints, int room) {
        int[] levels = new int[hints.size()];
        for (int level = 1; level <= GONE; level++) {
            for (int i = levels.length - 1; i >= 0; i--) {
                Line line = left(hints, levels);
                if (line.columns() <= room) {
                    return line;
                }
                levels[i] = level;
            }
        }
        return left(hints, levels);
    }

    /** @param levels per hint: 0 whole label, 1 short label, 2 key alone, 3 nothing */
    private Line left(List<Hint> hints, int[] levels) {
        Line line = new Line();
        for (int i = 0; i < levels.length; i++) {
            Hint hint = hints.get(i);
            if (levels[i] < GONE) {
                add(line, hint.key, levels[i] == 0 ? hint.label : levels[i] == 1 ? hint.shortLabel : "");
            }
        }
        return line;
    }

    private void add(Line line, String key, String label) {
        line.padTo(line.columns() == 0 ? 0 : line.columns() + GAP, look.theme().plain())
                .add(key, look.theme().accent().bold());
        if (!label.isEmpty()) {
            line.add(" " + label, look.theme().plain());
        }
    }
}
