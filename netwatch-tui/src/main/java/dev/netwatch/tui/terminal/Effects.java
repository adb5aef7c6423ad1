package dev.netwatch.tui.terminal;

import dev.netwatch.domain.port.Clock;
import dev.netwatch.tui.state.Effect;
import dev.netwatch.tui.state.FilterLine;
import dev.netwatch.tui.state.Toast;
import dev.netwatch.tui.state.UiState;
import java.time.Duration;

/* The one place where keys change the world. */
final class Effects {
    private static final long TOAST_NANOS = Duration.ofSeconds(3).toNanos();

    private final DashboardModel model;
    private final Clock clock;

    Effects(DashboardModel model, Clock clock) {
        this.model = model;
        this.clock = clock;
    }

    /** Does it. @return what the screen shows of it */
    UiState perform(Effect effect, UiState state) {
        if (effect instanceof Effect.Open open) {
            return state.opened(open.overlay());
        }
        if (effect instanceof Effect.Show show) {
            return state.with(show.options());
        }
        if (effect instanceof Effect.Say say) {
            return say(say.sentence(), state);
        }
        if (effect instanceof Effect.OpenFilter) {
            return state.opened(FilterLine.on(state.options().filter(), model.pastFilters()));
        }
        if (effect instanceof Effect.RememberFilter filter) {
            model.rememberFilter(filter.text());
            return state;
        }
        if (effect instanceof Effect.Exclude exclude) {
            model.exclude(exclude.process());
            return say("excluded " + exclude.process() + " \u2014 X shows all again", state);
        }
        if (effect instanceof Effect.ClearExclusions) {
            return clearExclusions(state);
        }
        throw new IllegalArgumentException("nobody performs " + effect);
    }

    private UiState clearExclusions(UiState state) {
        int before = model.exclusions().size();
        model.clearExclusions();
        int left = model.exclusions().size();
        String kept = left == 0 ? "" : ", " + left + " stay excluded by the configuration file";
        return say(before == 0 ? "nothing is excluded" : (before - left) + " no longer excluded" + kept, state);
    }

    private UiState say(String sentence, UiState state) {
        return state.saying(new Toast(sentence, clock.nanos() + TOAST_NANOS));
    }
}
