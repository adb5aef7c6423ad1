package dev.netwatch.tui.input;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which key does what. Cursor keys are bound in both forms, that of a terminal in application mode ({@code ESC O A}) and
 * the other ({@code ESC [ A}).
 */
public final class KeyBindings {
    private final Map<String, Action> actions = new HashMap<>();

    public KeyBindings() {
        bind(Action.SORT, "s");
        bind(Action.REVERSE, "r", "S");
        bind(Action.FILTER, "f");
        bind(Action.RATE, "d");
        bind(Action.PAUSE, "p", " ");
        bind(Action.LOOPBACK, "l");
        bind(Action.EXCLUDE, "x");
        bind(Action.CLEAR_EXCLUSIONS, "X");
        bind(Action.UP, "k", "\033[A", "\033OA");
        bind(Action.DOWN, "j", "\033[B", "\033OB");
        bind(Action.PAGE_UP, "\033[5~", "\002");
        bind(Action.PAGE_DOWN, "\033[6~", "\006");
        bind(Action.FIRST, "g", "\033[H", "\033OH", "\033[1~", "\033[7~");
        bind(Action.LAST, "G", "\033[F", "\033OF", "\033[4~", "\033[8~");
        bind(Action.HELP, "?", "\033OP", "\033[11~", "\033[[A");
        bind(Action.BACK, "\033");
        bind(Action.QUIT, "q");
        bind(Action.INTERRUPT, "\003");
        bind(Action.REPAINT, "\f");
    }

    private void bind(Action action, String... keys) {
        for (String key : keys) {
            actions.put(key, action);
        }
    }

    /** What a whole key asks for; empty for sequences that mean nothing here. */
    public Optional<Action> actionOf(String key) {
        Action bound = actions.get(key);
        if (bound != null) {
            return Optional.of(bound);
        }
        return isText(key) ? Optional.of(Action.OTHER) : Optional.empty();
    }

    private static boolean isText(String key) {
        char first = key.isEmpty() ? 0 : key.charAt(0);
        return first == '\r' || first == '\n' || first >= ' ' && first != 0x7f && (first < 0x80 || first >= 0xa0);
    }
}
