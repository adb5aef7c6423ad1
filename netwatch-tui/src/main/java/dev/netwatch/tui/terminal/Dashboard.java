package dev.netwatch.tui.terminal;

import dev.netwatch.tui.screen.Glyphs;
import dev.netwatch.tui.screen.Look;
import dev.netwatch.tui.screen.Screen;
import dev.netwatch.tui.screen.Theme;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** The full-screen table of connections. */
public final class Dashboard {
    private Dashboard() {}

    /**
     * Takes the terminal, paints the first frame before anything is known, and shows the model until the user quits. The
     * terminal is given back however it ends.
     *
     * @return the exit code: 0, or 1 where there is no terminal to draw on, which is told on standard error
     */
    public static int run(DashboardSettings settings, DashboardModel model) {
        Map<String, String> environment = System.getenv();
        try (TerminalSession session = TerminalSession.open(TerminalTypes.of(environment))) {
            run(session, settings, model, environment);
            return 0;
        } catch (UnsuitableTerminal e) {
            System.err.println("netwatch: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /**
     * Shows the model on a terminal that is there already, and closes that in the end: for a rehearsal without a screen.
     *
     * @return as {@link #run(DashboardSettings, DashboardModel)}
     */
    public static int run(Terminal terminal, DashboardSettings settings, DashboardModel model) {
        try (TerminalSession session = TerminalSession.on(terminal)) {
            run(session, settings, model, Map.of());
            return 0;
        } catch (UnsuitableTerminal e) {
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    static void run(
            TerminalSession session, DashboardSettings settings, DashboardModel model, Map<String, String> environment)
            throws InterruptedException {
        Terminal terminal = session.terminal();
        Inbox inbox = new Inbox();
        terminal.handle(Terminal.Signal.WINCH, signal -> inbox.wake());
        session.onResume(inbox::wake);
        Stage stage = new Stage(settings, model, ZoneId.systemDefault(), inbox::wake);
        Screen screen = new Screen(look(terminal, settings, environment));
        UiLoop loop = new UiLoop(new Painter(session), inbox, screen, stage, model, settings);
        KeyPump keyboard = new KeyPump(terminal.reader(), inbox);
        keyboard.start();
        try {
            loop.run();
        } finally {
            keyboard.stop();
        }
    }

    static Look look(Terminal terminal, DashboardSettings settings, Map<String, String> environment) {
        boolean unicode = StandardCharsets.UTF_8.equals(terminal.encoding());
        boolean ascii = settings.ascii() || !unicode || isEastAsian(environment);
        boolean color = switch (settings.color()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> environment.getOrDefault("NO_COLOR", "").isEmpty() && hasColors(terminal);
        };
        return new Look(color ? Theme.COLOR : Theme.MONO, ascii ? Glyphs.ASCII : Glyphs.UNICODE);
    }

    private static boolean hasColors(Terminal terminal) {
        Integer colors = terminal.getNumericCapability(Capability.max_colors);
        return colors != null && colors >= 8;
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
