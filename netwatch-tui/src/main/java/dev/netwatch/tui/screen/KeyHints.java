package dev.netwatch.tui.screen;

import dev.netwatch.tui.input.Action;
import dev.netwatch.tui.input.KeyName;
import dev.netwatch.tui.state.DetailOverlay;
import dev.netwatch.tui.state.Overlay;
import dev.netwatch.tui.state.UiState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;

/*
 * The line of keys. Help and quit stand at the right and are never cut; of the others, those that matter most, each with
 * its label, and only keys that work now.
 */
final class KeyHints {
    private record Hint(String key, String label) {}

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
        add(right, key(Action.QUIT), "quit");
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
        if (state.options().paused()) {
            hint(hints, Action.PAUSE, "go on");
        }
        if (rows) {
            hint(hints, Action.DETAILS, "details");
        }
        hint(hints, Action.SEARCH, "filter");
        hint(hints, Action.NEXT_VIEW, "view");
        hint(hints, Action.SORT, "sort");
        hint(hints, Action.GROUP, "group");
        if (!state.options().paused()) {
            hint(hints, Action.PAUSE, "pause");
        }
        if (rows) {
            hint(hints, Action.EXCLUDE, "exclude");
        }
        if (scene.exclusions() > 0) {
            hint(hints, Action.CLEAR_EXCLUSIONS, "show excluded");
        }
        hint(hints, Action.RATE, state.options().rates() ? "bytes" : "rates");
        hint(hints, Action.FREEZE, state.options().arrangement().frozen() ? "unfreeze" : "freeze");
        hint(hints, Action.SETTINGS, "settings");
        hint(hints, Action.REVERSE, "reverse");
        hint(hints, Action.LOOPBACK, "loopback");
        hint(hints, Action.COPY, "copy");
        return hints;
    }

    private List<Hint> ofDetails(DetailOverlay details) {
        List<Hint> hints = new ArrayList<>();
        hints.add(new Hint("Esc", details.whole() ? "smaller" : "close"));
        if (!details.whole()) {
            hints.add(new Hint(KeyName.ENTER, "larger"));
            hints.add(new Hint(look.glyphs().arrows(), "row"));
        }
        hints.add(new Hint("PgDn", "scroll"));
        return hints;
    }

    /** None for an action whose keys the user took away. */
    private void hint(List<Hint> hints, Action action, String label) {
        String key = key(action);
        if (!key.isEmpty()) {
            hints.add(new Hint(key, label));
        }
    }

    private String key(Action action) {
        List<String> keys = look.keys().keysOf(action);
        return keys.isEmpty() ? "" : keys.get(0);
    }

    /** As many from the first on as there is room for. */
    private Line left(List<Hint> hints, int room) {
        Line line = new Line();
        for (Hint hint : hints) {
            Line longer = new Line().add(line.build());
            add(longer, hint.key, hint.label);
            if (longer.columns() > room) {
                return line;
            }
            line = longer;
        }
        return line;
    }

    private void add(Line line, String key, String label) {
        line.padTo(line.columns() == 0 ? 0 : line.columns() + GAP, look.theme().plain())
                .add(key, look.theme().accent().bold())
                .add(" " + label, look.theme().plain());
    }
}
