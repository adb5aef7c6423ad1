package dev.netwatch.tui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.domain.query.Filter;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.domain.track.Tracking;
import dev.netwatch.tui.input.Action;
import dev.netwatch.tui.screen.Scene;
import dev.netwatch.tui.state.Frame;
import dev.netwatch.tui.state.Preferences;
import dev.netwatch.tui.state.TableOptions;
import dev.netwatch.tui.state.UiState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StageTest {
    private final FakeClock clock = new FakeClock();
    private final FakeDashboardModel model = new FakeDashboardModel();
    private final Stage stage = new Stage(
            new DashboardSettings(
                    "eth0",
                    Optional.empty(),
                    Filter.ALL,
                    false,
                    false,
                    Duration.ofSeconds(2),
                    false,
                    ColorMode.NEVER,
                    Preferences.DEFAULT,
                    clock),
            model,
            ZoneOffset.UTC,
            () -> {});

    /** As a replay tells it: of a day long gone. */
    private void show() {
        model.show(new Snapshot(
                Optional.of(Instant.EPOCH),
                "replay",
                Set.of(),
                Tracking.NOTHING,
                Coverage.FULL,
                List.of(),
                Optional.empty()));
    }

    private Duration still() {
        stage.advance(TableOptions.DEFAULT);
        return stage.scene(TableOptions.DEFAULT).still();
    }

    @Test
    void whilePausedNothingMovesOn() {
        show();
        still();
        Frame frame = new Frame(TableOptions.DEFAULT, List.of(), 0, 10);
        TableOptions paused =
                UiState.initial(TableOptions.DEFAULT).apply(Action.PAUSE, frame).options();
        Scene before = stage.scene(paused);
        clock.advance(Duration.ofSeconds(12));
        assertEquals(before, stage.scene(paused));
        assertEquals(
                before.now().plusSeconds(12), stage.scene(TableOptions.DEFAULT).now());
    }

    @Test
    void aPictureIsAsOldAsTheTimeSinceItCame() {
        show();
        assertEquals(Duration.ZERO, still());
        clock.advance(Duration.ofSeconds(12));
        assertEquals(Duration.ofSeconds(12), still());
        show();
        assertEquals(Duration.ZERO, still(), "the same once more, but another sample");
    }
}
