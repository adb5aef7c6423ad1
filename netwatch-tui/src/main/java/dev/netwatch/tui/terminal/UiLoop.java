package dev.netwatch.tui.terminal;

import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.query.ListLine;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.tui.input.Action;
import dev.netwatch.tui.input.CharSource;
import dev.netwatch.tui.input.KeyReader;
import dev.netwatch.tui.input.MouseEvent;
import dev.netwatch.tui.screen.Scene;
import dev.netwatch.tui.screen.Screen;
import dev.netwatch.tui.screen.Size;
import dev.netwatch.tui.state.DetailOverlay;
import dev.netwatch.tui.state.Effect;
import dev.netwatch.tui.state.Frame;
import dev.netwatch.tui.state.Preferences;
import dev.netwatch.tui.state.Pressed;
import dev.netwatch.tui.state.TableKeys;
import dev.netwatch.tui.state.TableOptions;
import dev.netwatch.tui.state.Target;
import dev.netwatch.tui.state.UiState;
import java.util.List;
import java.util.Optional;

/*
 * One thread: wait for a key, for news, or for the clock on the screen to move on; turn it into the next state; draw.
 * Keys act on the rows of the frame that was drawn last, so no key hits another row than the one the user saw.
 */
final class UiLoop {
    private static final long SECOND = 1000;
    /** Rows that a notch of the wheel moves. */
    private static final int WHEEL = 3;

    private final Painter painter;
    private final Inbox inbox;
    private final Wardrobe wardrobe;
    private final Stage stage;
    private final DashboardModel model;
    private final Effects effects;
    private final Clock clock;
    private final KeyReader keys;
    private final Answers answers;
    private Preferences preferences;
    private Screen screen;
    private Scene scene;
    private UiState state;
    private List<TrafficRow> rows = List.of();
    private List<ListLine> lines = List.of();

    UiLoop(
            Painter painter,
            Inbox inbox,
            Wardrobe wardrobe,
            Stage stage,
            Effects effects,
            Answers answers,
            DashboardModel model,
            DashboardSettings settings) {
        this.painter = painter;
        this.inbox = inbox;
        this.wardrobe = wardrobe;
        this.stage = stage;
        this.effects = effects;
        this.answers = answers;
        this.model = model;
        this.clock = settings.clock();
        this.keys = new KeyReader(inbox);
        this.preferences = settings.preferences();
        this.screen = new Screen(wardrobe.look(preferences));
        this.state = UiState.initial(TableOptions.initial(settings.loopback(), settings.listening())
                .filtered(preferences.filter())
                .ordered(preferences.order())
                .showing(preferences.columns()));
        this.scene = stage.scene(state.options());
    }

    /** Returns when the user quits or the keyboard is gone. */
    void run() throws InterruptedException {
        paint();
        model.start(inbox::wake);
        while (!state.closed()) {
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
        Optional<MouseEvent> mouse = MouseEvent.of(key);
        if (mouse.isPresent()) {
            point(mouse.get());
            refresh();
            return;
        }
        Action action = preferences.keys().actionOf(key).orElse(Action.OTHER);
        if (action == Action.INTERRUPT) {
            state = state.quit();
        } else if (action == Action.REPAINT) {
            painter.forget();
        } else if (isForTheTable(key)) {
            Frame frame = frame();
            state = state.apply(action, frame);
            TableKeys.effects(action, frame).forEach(this::perform);
        }
        refresh();
    }

    /** The overlays are asked first, the innermost before the others; most take every key. */
    private boolean isForTheTable(String key) {
        for (int height = state.overlays().size() - 1; height >= 0; height--) {
            Pressed pressed = state.overlays().get(height).press(key, frame());
            state = state.replaced(height, pressed.overlay());
            pressed.effects().forEach(this::perform);
            if (!pressed.passed()) {
                return false;
            }
        }
        return true;
    }

    private void point(MouseEvent event) {
        boolean wheel = event.kind() != MouseEvent.Kind.CLICK;
        boolean down = event.kind() == MouseEvent.Kind.WHEEL_DOWN;
        if (!state.overlays().isEmpty() && wheel) {
            isForTheTable(down ? "\033[B" : "\033[A");
        } else if (state.overlays().stream().allMatch(DetailOverlay.class::isInstance)) {
            Target target = screen.at(scene, state, painter.size(), event.column(), event.row());
            state = wheel ? state.scrolled(down ? WHEEL : -WHEEL, frame()) : target.clicked(state, frame());
        }
    }

    private Frame frame() {
        Size size = painter.size();
        int overflow = state.top().isEmpty() ? 0 : screen.overflow(scene, state, size);
        return new Frame(state.options(), rows, lines, state.cursor().index(), Screen.page(state, size), overflow);
    }

    private void perform(Effect effect) {
        state = effects.perform(effect, state);
        if (!effects.preferences().equals(preferences)) {
            preferences = effects.preferences();
            screen = new Screen(wardrobe.look(preferences));
        }
    }

    /** Takes the latest data and draws them. */
    private void paint() {
        Size size = painter.size();
        stage.advance(state.options());
        for (Optional<Effect> answer = answers.next(); answer.isPresent(); answer = answers.next()) {
            perform(answer.get());
        }
        model.news().ifPresent(sentence -> perform(new Effect.Say(sentence)));
        refresh();
        Scene told = Screen.showsDetails(state, size) ? stage.remembering(scene, frame().selected()) : scene;
        painter.paint(screen.render(told, state, size), size);
    }

    /** Finds the selection again among the rows. */
    private void refresh() {
        scene = stage.scene(state.options());
        rows = scene.listing().result().rows();
        lines = scene.listing().lines();
        state = state.at(clock.nanos()).settled(lines, Screen.page(state, painter.size()));
    }
}
