package dev.netwatch.tui.screen;

import dev.netwatch.tui.state.UiState;
import java.time.Duration;
import org.jline.utils.AttributedString;

/* The line on top: where, since when and how often. */
final class Header {
    private static final int LONGEST_NAME = 20;
    private static final int MISSED_SAMPLES = 3;
    /** An age is told in seconds. */
    private static final Duration LEAST_AGE = Duration.ofSeconds(1);

    private final Look look;

    Header(Look look) {
        this.look = look;
    }

    AttributedString line(Scene scene, UiState state, int columns) {
        return where(scene, state).fit(columns);
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
            return new Line().add(glyphs.gone() + " failed", theme.alarm()).add(age(scene), theme.plain());
        }
        if (!scene.snapshot().isMeasuring() && isOld(scene)) {
            return new Line().add(glyphs.gone() + " data " + TimeFormat.age(scene.still()) + " old", theme.strong());
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
}
