package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.state.UiState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;

/* The two lines on top: where, since when and how often; how much, and how well that is known. */
final class Header {
    private static final int LONGEST_NAME = 20;
    private static final int MISSED_SAMPLES = 3;
    /** An age is told in seconds. */
    private static final Duration LEAST_AGE = Duration.ofSeconds(1);

    private final Look look;

    Header(Look look) {
        this.look = look;
    }

    List<AttributedString> lines(Scene scene, UiState state, int columns) {
        return List.of(where(scene, state).fit(columns), howMuch(scene).fit(columns));
    }

    private Bar where(Scene scene, UiState state) {
        Theme theme = look.theme();
        Watch watch = scene.watch();
        String name = Text.foreign(watch.interfaceName(), look.glyphs().ascii());
        Bar bar = new Bar(2).left(0, "netwatch", theme.accent().bold());
        if (!name.isEmpty()) {
            bar.left(1, Text.cut(name, LONGEST_NAME, look.glyphs().ellipsis()), theme.strong());
        }
        watch.address().ifPresent(address -> bar.left(4, address.toString(), theme.plain()));
        bar.left(0, condition(scene, state));
        bar.right(5, "up " + TimeFormat.up(scene.up()), theme.faint());
        return bar.right(2, TimeFormat.clock(scene.now(), watch.zone()), theme.plain());
    }

    private Line condition(Scene scene, UiState state) {
        Theme theme = look.theme();
        Glyphs glyphs = look.glyphs();
        if (state.options().paused()) {
            return new Line().add(" PAUSED ", theme.accent().inverse().bold());
        }
        if (scene.snapshot().failure().isPresent()) {
            return new Line().add(glyphs.failed() + " failed", theme.alarm()).add(age(scene), theme.plain());
        }
        if (!scene.snapshot().isMeasuring() && isOld(scene)) {
            return new Line().add(glyphs.failed() + " data " + TimeFormat.age(scene.still()) + " old", theme.strong());
        }
        String every = "every " + TimeFormat.interval(scene.watch().interval());
        return scene.snapshot().isMeasuring()
                ? new Line().add(glyphs.idle() + " measuring", theme.accent())
                : new Line().add(glyphs.live() + " ", theme.accent()).add(every, theme.plain());
    }

    /** Whether the samples stay away that should have come by now; nobody said that they failed. */
    private static boolean isOld(Scene scene) {
        Duration patience = scene.watch().interval().multipliedBy(MISSED_SAMPLES);
        return scene.still().compareTo(patience) > 0 && scene.still().compareTo(LEAST_AGE) > 0;
    }

    private static String age(Scene scene) {
        return scene.snapshot()
                .at()
                .map(at -> ", data " + TimeFormat.age(Duration.between(at, scene.now())) + " old")
                .orElse("");
    }

    private Bar howMuch(Scene scene) {
        Theme theme = look.theme();
        Snapshot snapshot = scene.snapshot();
        Optional<Rate> rate = scene.listing().rate();
        Bar bar = new Bar(1)
                .left(1, rate(look.glyphs().received(), rate.map(Rate::received)))
                .left(1, rate(look.glyphs().sent(), rate.map(Rate::sent)));
        if (!snapshot.isMeasuring()) {
            bar.right(2, Text.foreign(snapshot.source(), look.glyphs().ascii()), theme.plain());
            int rank = 3;
            for (String word : Promise.of(snapshot)) {
                bar.right(rank++, look.glyphs().dot() + word, theme.faint());
            }
        }
        return bar;
    }

    /** In a field of fixed width, so that what stands behind it keeps its place. */
    private Line rate(String sign, Optional<Double> perSecond) {
        String figure = perSecond.map(ByteFormat::rate).orElse(look.glyphs().unknown());
        Line line = new Line().add(sign + " ", look.theme().accent());
        line.add(figure, look.theme().strong())
                .add(perSecond.isPresent() ? "/s" : "", look.theme().faint());
        return line.padTo(2 + ByteFormat.WIDTH + 3, look.theme().plain());
    }
}
