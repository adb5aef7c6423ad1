package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.query.Filter;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.state.UiState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;

/** Scenes for tests of the screen, all at the same time of day. */
final class Scenes {
    static final Look COLOR = new Look(Theme.COLOR, Glyphs.UNICODE);
    static final Look MONO = new Look(Theme.MONO, Glyphs.UNICODE);
    static final Look ASCII = new Look(Theme.MONO, Glyphs.ASCII);

    private static final Watch WATCH =
            new Watch("eth0", false, Optional.of(IpAddress.parse("10.0.0.7")), Duration.ofSeconds(2), ZoneOffset.UTC);

    private Scenes() {}

    /** The sample traffic after so many samples. */
    static Snapshot sampled(FakeClock clock, int ticks) {
        SampleTraffic traffic = new SampleTraffic(clock);
        Snapshot latest = Snapshot.MEASURING;
        for (int i = 0; i < ticks; i++) {
            latest = traffic.tick();
        }
        return latest;
    }

    static Scene scene(Snapshot snapshot, UiState state, FakeClock clock, String... excluded) {
        return scene(snapshot, Duration.ZERO, state, clock, excluded);
    }

    /** @param still how long the snapshot has been the latest */
    static Scene scene(Snapshot snapshot, Duration still, UiState state, FakeClock clock, String... excluded) {
        Set<Exclusion> exclusions = Stream.of(excluded)
                .map(process -> new Exclusion(process, Instant.EPOCH))
                .collect(Collectors.toSet());
        Listing listing = Listing.of(snapshot, state.options(), Filter.ALL, exclusions);
        Duration up = Duration.ofSeconds(3_727);
        return new Scene(
                WATCH,
                snapshot,
                listing,
                snapshot.notices(),
                exclusions.size(),
                clock.now(),
                still,
                up,
                today(),
                PeerHistory.ASKED);
    }

    private static Optional<ByteCounters> today() {
        return Optional.of(ByteCounters.exact(1_482_000_000L, 96_400_000L));
    }

    static List<AttributedString> draw(Look look, Scene scene, UiState state, Size size) {
        UiState settled = state.settled(scene.listing().lines(), Screen.page(state, size));
        return new Screen(look).render(scene, settled, size);
    }
}
