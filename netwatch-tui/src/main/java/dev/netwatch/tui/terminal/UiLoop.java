package dev.netwatch.tui.terminal;

import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.tui.input.Action;
import dev.netwatch.tui.input.CharSource;
import dev.netwatch.tui.input.KeyBindings;
import dev.netwatch.tui.input.KeyReader;
import dev.netwatch.tui.screen.Scene;
import dev.netwatch.tui.screen.Screen;
import dev.netwatch.tui.screen.Size;
import dev.netwatch.tui.state.Mode;
import dev.netwatch.tui.state.Toast;
import dev.netwatch.tui.state.UiState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/*
 * One thread: wait for a key, for news, or for the clock on the screen to move on; turn it into the next state; draw.
 * Keys act on the rows of the frame that was drawn last, so no key hits another row than the one the user saw.
 */
final class UiLoop {
    private static final long TOAST_NANOS = Duration.ofSeconds(3).toNanos();
    private static final long SECOND = 1000;

    private final Painter painter;
    private final Inbox inbox;
    private final Screen screen;
    private final Stage stage;
    private final DashboardModel model;
    private final Clock clock;
    private final KeyReader keys;
    private final KeyBindings bindings = KeyBindings.DEFAULT;
    private UiState state;
    private List<TrafficRow> rows = List.of();

    UiLoop(Painter painter, Inbox inbox, Screen screen, Stage stage, DashboardModel model, DashboardSettings settings) {
        this.painter = painter;
        this.inbox = inbox;
        this.screen = screen;
        this.stage = stage;
        this.model = model;
        this.clock = settings.clock();
        this.keys = new KeyReader(inbox);
        this.state = UiState.initial(settings.loopback(), settings.listening());
    }

    /** Returns when the user quits or the keyboard is gone. */
    void run() throws InterruptedException {
        paint();
        model.start(inbox::wake);
        while (state.mode() != Mode.CLOSED) {
            int event = inbox.take(untilTheClockMoves());
            if (event == CharSource.END) {
                return;
            }
            if (event >= 0) {
                press(keys.key(event));
            }
            // Keys that are waiting already (a held key repeats faster than some terminals draw) share one frame.
            if (event < 0 || inbox.isEmpty()) {
                paint();
            }
        }
    }

    private long untilTheClockMoves() {
        return SECOND - Math.floorMod(clock.now().toEpochMilli(), SECOND);
    }

    private void press(String key) {
        Optional<Action> action = bindings.actionOf(key);
        if (action.isEmpty()) {
            return;
        }
        boolean onTable = state.mode() == Mode.TABLE;
        state = state.apply(action.get(), rows, Screen.page(painter.size()));
        switch (action.get()) {
            case EXCLUDE -> exclude(onTable);
            case CLEAR_EXCLUSIONS -> clearExclusions(onTable);
            case REPAINT -> painter.forget();
            default -> {}
        }
        refresh();
    }

    private void exclude(boolean onTable) {
        if (!onTable || rows.isEmpty()) {
            return;
        }
        Optional<String> process = rows.get(state.cursor().index()).process();
        if (process.isPresent() && !process.get().isBlank()) {
            model.exclude(process.get());
            say("excluded " + process.get() + " \u2014 X shows all again");
        } else {
            say("this row has no process to exclude");
        }
    }

    private void clearExclusions(boolean onTable) {
        if (!onTable) {
            return;
        }
        int before = model.exclusions().size();
        model.clearExclusions();
        int left = model.exclusions().size();
        String kept = left == 0 ? "" : ", " + left + " stay excluded by the configuration file";
        say(before == 0 ? "nothing is excluded" : (before - left) + " no longer excluded" + kept);
    }

    private void say(String sentence) {
        state = state.saying(new Toast(sentence, clock.nanos() + TOAST_NANOS));
    }

    /** Takes the latest data and draws them. */
    private void paint() {
        Size size = painter.size();
        stage.advance(state.options());
        Scene scene = refresh();
        painter.paint(screen.render(scene, state, size), size);
    }

    /** Finds the selection again among the rows. */
    private Scene refresh() {
        Scene scene = stage.scene(state.options());
        rows = scene.listing().result().rows();
        state = state.at(clock.nanos()).settled(rows, Screen.page(painter.size()));
        return scene;
    }
}
