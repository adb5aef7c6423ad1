package dev.netwatch.tui.terminal;

import java.util.Map;
import org.jline.utils.InfoCmp;

/*
 * JLine asks infocmp(1) what a terminal can do: a fork before the first frame, and where that program is missing a
 * warning on the screen. What it finds it reads with regular expressions, all 150 lines of it. Nearly every terminal is
 * one of two kinds, and this program needs twenty capabilities, so those are written down here. Other types take the long
 * way.
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

    /** What xterm, screen and tmux have in common, in the notation of infocmp(1). */
    private static final String COMMON = """
            ,
            \tam, xenl,
            \tcols#80, lines#24,
            \tcr=^M, cub=\\E[%p1%dD, cub1=^H, cud=\\E[%p1%dB, cud1=^J,
            \tcuf=\\E[%p1%dC, cuf1=\\E[C, cup=\\E[%i%p1%d;%p2%dH,
            \tcuu=\\E[%p1%dA, civis=\\E[?25l, ed=\\E[J, el=\\E[K,
            \thome=\\E[H, ind=^J, rmcup=\\E[?1049l, rmkx=\\E[?1l\\E>, sgr0=\\E[m,
            \tsmcup=\\E[?1049h, smkx=\\E[?1h\\E=,
            """;

    private static final String XTERM = "\tbce,\n\tcuu1=\\E[A, clear=\\E[H\\E[2J, cnorm=\\E[?12l\\E[?25h,\n";
    private static final String SCREEN = "\tcuu1=\\EM, clear=\\E[H\\E[J, cnorm=\\E[34h\\E[?25h,\n";

    /** A console of Windows; JLine finds out which kind it is, and makes it understand escape sequences if it can. */
    static final String CONSOLE = "windows";

    private TerminalTypes() {}

    /** The type that the environment names; a console of Windows has no name. */
    static String of(Map<String, String> environment) {
        String type = environment.getOrDefault("TERM", "");
        return type.isEmpty() && environment.getOrDefault("OS", "").equals("Windows_NT") ? CONSOLE : type;
    }

    /** Whether nothing can be drawn on such a terminal. */
    static boolean isDumb(String type) {
        return type.isEmpty() || type.startsWith("dumb") || type.equals("unknown") || type.equals("network");
    }

    /**
     * Tells JLine what a terminal of this type can do, where that is known here.
     *
     * @param colorTerm the value of {@code COLORTERM}, by which terminals tell that they know 24-bit colours
     */
    static void preload(String type, String colorTerm) {
        String colors = "\tcolors#" + colors(type, colorTerm) + ",\n";
        if (isLikeScreen(type)) {
            InfoCmp.setLoadedInfoCmp(type, type + COMMON + SCREEN + colors);
        } else if (isLikeXterm(type)) {
            InfoCmp.setLoadedInfoCmp(type, type + COMMON + XTERM + colors);
        }
    }

    /** GNU screen passes COLORTERM of the terminal it runs in on, and does not know what that stands for. */
    private static int colors(String type, String colorTerm) {
        boolean told = colorTerm.equals("truecolor") || colorTerm.equals("24bit");
        if (type.endsWith("-direct") || told && !type.startsWith("screen")) {
            return 1 << 24;
        }
        boolean few = type.equals("xterm") || isLikeScreen(type) || type.endsWith("color");
        return few && !type.contains("256color") ? 8 : 256;
    }

    /** Whether it ignores private modes it does not know, or knows those of bracketed paste and synchronized output. */
    static boolean takesPrivateModes(String type) {
        return isLikeXterm(type) || isLikeScreen(type) || type.startsWith("rxvt") || type.equals("windows-vtp");
    }

    private static boolean isLikeScreen(String type) {
        return type.startsWith("tmux") || type.startsWith("screen");
    }

    private static boolean isLikeXterm(String type) {
        for (String family : LIKE_XTERM) {
            if (type.startsWith(family)) {
                return !type.endsWith("-mono") && !type.endsWith("-m");
            }
        }
        return false;
    }
}
