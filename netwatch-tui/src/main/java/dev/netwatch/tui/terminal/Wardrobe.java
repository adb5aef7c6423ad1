package dev.netwatch.tui.terminal;

import dev.netwatch.tui.screen.ColorDepth;
import dev.netwatch.tui.screen.Glyphs;
import dev.netwatch.tui.screen.Look;
import dev.netwatch.tui.screen.Themes;
import dev.netwatch.tui.state.Preferences;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/* What of the user's wishes this terminal can show. */
final class Wardrobe {
    private static final int TRUE_COLOURS = 1 << 24;

    private final ColorDepth depth;
    private final Glyphs glyphs;

    Wardrobe(Terminal terminal, DashboardSettings settings, Map<String, String> environment) {
        boolean unicode = StandardCharsets.UTF_8.equals(terminal.encoding());
        boolean ascii = settings.ascii() || !unicode || isEastAsian(environment);
        this.glyphs = ascii ? Glyphs.ASCII : Glyphs.UNICODE;
        this.depth = depth(terminal, settings.color(), environment);
    }

    Look look(Preferences wanted) {
        return new Look(Themes.of(wanted.theme(), depth), glyphs, wanted.keys(), wanted.units());
    }

    private static ColorDepth depth(Terminal terminal, ColorMode mode, Map<String, String> environment) {
        ColorDepth able = able(terminal);
        return switch (mode) {
            case ALWAYS -> able == ColorDepth.NONE ? ColorDepth.EIGHT : able;
            case NEVER -> ColorDepth.NONE;
            case AUTO -> environment.getOrDefault("NO_COLOR", "").isEmpty() ? able : ColorDepth.NONE;
        };
    }

    private static ColorDepth able(Terminal terminal) {
        Integer told = terminal.getNumericCapability(Capability.max_colors);
        int colors = told == null ? 0 : told;
        if (colors >= TRUE_COLOURS) {
            return ColorDepth.TRUE;
        }
        if (colors >= 256) {
            return ColorDepth.PALETTE;
        }
        return colors >= 8 ? ColorDepth.EIGHT : ColorDepth.NONE;
    }

    /** Where the signs we use may be two columns wide. The first variable that is set decides, as in setlocale(3). */
    private static boolean isEastAsian(Map<String, String> environment) {
        for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String locale = environment.getOrDefault(variable, "");
            if (!locale.isEmpty()) {
                return locale.startsWith("zh") || locale.startsWith("ja") || locale.startsWith("ko");
            }
        }
        return false;
    }
}
