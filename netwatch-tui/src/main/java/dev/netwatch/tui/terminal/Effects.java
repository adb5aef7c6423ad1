package dev.netwatch.tui.terminal;

import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.tui.clipboard.Osc52;
import dev.netwatch.tui.state.Effect;
import dev.netwatch.tui.state.FilterLine;
import dev.netwatch.tui.state.LogOverlay;
import dev.netwatch.tui.state.Pickers;
import dev.netwatch.tui.state.Preferences;
import dev.netwatch.tui.state.Question;
import dev.netwatch.tui.state.SettingsOverlay;
import dev.netwatch.tui.state.Toast;
import dev.netwatch.tui.state.UiState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/* The one place where keys change the world. */
final class Effects {
    private static final long TOAST_NANOS = Duration.ofSeconds(3).toNanos();

    private final DashboardModel model;
    private final Stage stage;
    private final TerminalSession session;
    private final Clock clock;
    private final Copier copier;
    private final Undone undone = new Undone();
    private Preferences preferences;
    private Preferences saved;

    Effects(
            DashboardModel model,
            Stage stage,
            TerminalSession session,
            DashboardSettings settings,
            Answers answers,
            Map<String, String> environment) {
        this.model = model;
        this.stage = stage;
        this.session = session;
        this.clock = settings.clock();
        this.copier = new Copier(model, environment, answers::add);
        this.preferences = settings.preferences();
        this.saved = preferences;
    }

    /** As they are now. */
    Preferences preferences() {
        return preferences;
    }

    /** Does it. @return what the screen shows of it */
    UiState perform(Effect effect, UiState state) {
        if (effect instanceof Effect.Open open) {
            return state.opened(open.overlay());
        }
        if (effect instanceof Effect.Show show) {
            return state.with(show.options());
        }
        if (effect instanceof Effect.ToggleColumn toggled) {
            return state.with(state.options().withToggled(toggled.column()));
        }
        if (effect instanceof Effect.Say say) {
            return say(say.sentence(), state);
        }
        return changed(effect, state).or(() -> opened(effect, state)).orElseGet(() -> done(effect, state));
    }

    private Optional<UiState> changed(Effect effect, UiState state) {
        if (effect instanceof Effect.Prefer prefer) {
            prefer(prefer.preferences());
            return Optional.of(state);
        }
        if (effect instanceof Effect.ToggleMouse) {
            prefer(preferences.withMouse(!preferences.mouse()));
            return Optional.of(say(
                    preferences.mouse()
                            ? "the mouse clicks and scrolls; most terminals select text while Shift is held"
                            : "the mouse is the terminal's again and selects text",
                    state));
        }
        if (effect instanceof Effect.Save save) {
            model.save(save.preferences());
            saved = save.preferences();
            return Optional.of(state);
        }
        return Optional.empty();
    }

    private void prefer(Preferences other) {
        session.mouse(other.mouse());
        preferences = other;
    }

    private Optional<UiState> opened(Effect effect, UiState state) {
        if (effect instanceof Effect.OpenFilter) {
            return Optional.of(state.opened(FilterLine.on(state.options().filter(), model.pastFilters())));
        }
        if (effect instanceof Effect.OpenThemes) {
            return Optional.of(state.opened(Pickers.theme(preferences)));
        }
        if (effect instanceof Effect.OpenSettings) {
            return Optional.of(state.opened(new SettingsOverlay(preferences, saved, state.options(), 0)));
        }
        if (effect instanceof Effect.AskToClearExclusions) {
            Set<Exclusion> hidden = model.exclusions();
            return Optional.of(
                    hidden.isEmpty()
                            ? say("nothing is excluded", state)
                            : state.opened(Question.clearing(hidden.size(), new Effect.ClearExclusions())));
        }
        if (effect instanceof Effect.OpenLog) {
            return Optional.of(state.opened(new LogOverlay(stage.log(), 0)));
        }
        return Optional.empty();
    }

    private UiState done(Effect effect, UiState state) {
        if (effect instanceof Effect.RememberFilter filter) {
            model.rememberFilter(filter.text());
            return state;
        }
        if (effect instanceof Effect.Copy copy) {
            copier.copy(copy);
            return state;
        }
        if (effect instanceof Effect.CopyByTerminal copy) {
            session.send(Osc52.sequence(copy.text()));
            return say("asked the terminal to copy the " + copy.what() + " (OSC 52)", state);
        }
        if (effect instanceof Effect.Exclude exclude) {
            return exclude(exclude, state);
        }
        if (effect instanceof Effect.ClearExclusions) {
            return clearExclusions(state);
        }
        if (effect instanceof Effect.MarkKnown mark) {
            return mark(mark, state);
        }
        if (effect instanceof Effect.Export export) {
            model.export(export.format(), stage.scene(state.options()).listing().result());
            return state;
        }
        if (effect instanceof Effect.Undo) {
            return undo(state);
        }
        throw new IllegalArgumentException("nobody performs " + effect);
    }

    private UiState mark(Effect.MarkKnown mark, UiState state) {
        mark.peers().forEach(peer -> model.mark(peer, true));
        undone.add(
                mark.name() + " is not marked any more", () -> mark.peers().forEach(peer -> model.mark(peer, false)));
        return say("marked " + mark.name() + " as known \u2014 u undoes it", state);
    }

    private UiState exclude(Effect.Exclude exclude, UiState state) {
        String process = exclude.process();
        model.exclude(process);
        undone.add(process + " is shown again", () -> model.include(process));
        String rows = exclude.rows() > 1 ? ", " + exclude.rows() + " rows" : "";
        return say("excluded " + process + rows + " \u2014 u undoes it, X shows all again", state);
    }

    private UiState clearExclusions(UiState state) {
        Set<Exclusion> before = model.exclusions();
        model.clearExclusions();
        Set<Exclusion> left = model.exclusions();
        int cleared = before.size() - left.size();
        if (cleared > 0) {
            undone.add(
                    cleared + " excluded again",
                    () -> before.stream()
                            .filter(exclusion -> !left.contains(exclusion))
                            .forEach(exclusion -> model.exclude(exclusion.process())));
        }
        String kept = left.isEmpty() ? "" : ", " + left.size() + " stay excluded by the configuration file";
        String told = cleared + " no longer excluded" + kept + (cleared > 0 ? " \u2014 u undoes it" : "");
        return say(told, state);
    }

    private UiState undo(UiState state) {
        Optional<Undone.Step> step = undone.take();
        step.ifPresent(taken -> taken.back().run());
        return say(step.map(Undone.Step::sentence).orElse("there is nothing to undo"), state);
    }

    private UiState say(String sentence, UiState state) {
        return state.saying(new Toast(sentence, clock.nanos() + TOAST_NANOS));
    }
}
