package dev.netwatch.tui.screen;

import dev.netwatch.adapters.collect.ConnectionSources;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.PeerMemory;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeNameResolver;
import dev.netwatch.domain.track.Annotator;
import dev.netwatch.domain.track.ConnectionTracker;
import dev.netwatch.domain.track.Sampler;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.state.TableOptions;
import dev.netwatch.tui.state.UiState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a recording of a system that is not at hand, through the tracker, to the screen. */
class RecordedSystemsTest {
    private static final Path RECORDINGS = Path.of("../netwatch-adapters-collect/src/test/resources");

    @Test
    void windows() {
        check("windows/scripted.recording", 3, "windows-120x30");
    }

    private static void check(String recording, int samples, String golden) {
        FakeClock clock = new FakeClock();
        ConnectionSource replay = ConnectionSources.replay(RECORDINGS.resolve(recording), clock);
        Sampler sampler = new Sampler(
                replay, new ConnectionTracker(new Annotator(new FakeNameResolver(), PeerMemory.NONE)), List.of());
        Snapshot snapshot = Snapshot.MEASURING;
        for (int i = 0; i < samples; i++) {
            snapshot = sampler.tick();
        }
        replay.close();
        UiState state = UiState.initial(TableOptions.initial(false, true));
        Size size = new Size(120, 30);
        Golden.check(golden, Scenes.draw(Scenes.COLOR, Scenes.scene(snapshot, state, clock), state, size));
    }
}
