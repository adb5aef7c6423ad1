package dev.netwatch.tui.terminal;

/*
 * JLine knows a few terminal types by heart and starts infocmp(1) for all others: a fork before the first frame, and a
 * terminal without any capability where that program is missing. Types that do what a known one does are called by its
 * name; only what this program uses has to be the same.
 */
final class TerminalTypes {
    private static final String[] LIKE_XTERM = {
        "xterm",
        "alacritty",
        "foot",
        "kitty",
        "wezterm",
        "ghostty",
        "konsole",
        "gnome",
        "vte",
        "iterm",
        "st-",
        "contour"
    };

    private TerminalTypes() {}

    /** Whether nothing can be drawn on such a terminal. */
    static boolean isDumb(String type) {
        return type.isEmpty() || type.startsWith("dumb") || type.equals("unknown") || type.equals("network");
    }

    /** The type to build the terminal with. */
    static String known(String type) {
        if (type.startsWith("tmux") || type.startsWith("screen")) {
            return type.endsWith("256color") ? "screen-256color" : "screen";
        }
        for (String family : LIKE_XTERM) {
            if (type.startsWith(family)) {
                return type.equals("xterm") ? type : "xterm-256color";
            }
        }
        return type;
    }

    /** Whether it ignores private modes it does not know, or knows those of bracketed paste and synchronized output. */
    static boolean takesPrivateModes(String type) {
        String known = known(type);
        return known.startsWith("xterm") || known.startsWith("screen") || known.startsWith("rxvt");
    }
}
