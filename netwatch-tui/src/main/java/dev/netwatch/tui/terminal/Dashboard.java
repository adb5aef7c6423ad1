package dev.netwatch.tui.terminal;

import java.time.ZoneId;
import java.util.Map;
import org.jline.terminal.Terminal;

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
        String colorTerm = environment.getOrDefault("COLORTERM", "");
        try (TerminalSession session = TerminalSession.open(TerminalTypes.of(environment), colorTerm)) {
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
        Answers answers = new Answers(inbox::wake);
        Effects effects = new Effects(model, stage, session, settings, answers, environment);
        Wardrobe wardrobe = new Wardrobe(terminal, settings, environment);
        session.mouse(settings.preferences().mouse());
        UiLoop loop = new UiLoop(new Painter(session), inbox, wardrobe, stage, effects, answers, model, settings);
        KeyPump keyboard = new KeyPump(terminal.reader(), inbox);
        keyboard.start();
        try {
            loop.run();
        } finally {
            keyboard.stop();
        }
    }
}
