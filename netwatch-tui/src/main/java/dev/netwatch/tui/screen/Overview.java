package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.track.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/* How much goes to and fro now, and how well that is known. */
final class Overview {
    private final Look look;

    Overview(Look look) {
        this.look = look;
    }

    /** @param rows 1, 2, or more for graphs of some height */
    List<AttributedString> lines(Scene scene, int rows, int columns) {
        List<AttributedString> lines = new ArrayList<>();
        Optional<Rate> rate = scene.listing().rate();
        Line in = rate(
                look.glyphs().received(), rate.map(Rate::received), look.theme().received());
        Line out = rate(look.glyphs().sent(), rate.map(Rate::sent), look.theme().sent());
        Bar first = new Bar(1).left(0, in);
        if (rows == 1) {
            lines.add(promise(first.left(1, out), scene).fit(columns));
            return lines;
        }
        lines.add(promise(first, scene).fit(columns));
        lines.add(new Bar(1).left(0, out).fit(columns));
        while (lines.size() < rows) {
            lines.add(AttributedString.EMPTY);
        }
        return lines;
    }

    private Bar promise(Bar bar, Scene scene) {
        Snapshot snapshot = scene.snapshot();
        if (!snapshot.isMeasuring()) {
            bar.right(
                    2,
                    Text.foreign(snapshot.source(), look.glyphs().ascii()),
                    look.theme().plain());
            int rank = 3;
            for (String word : Promise.of(snapshot)) {
                bar.right(rank++, look.glyphs().dot() + word, look.theme().faint());
            }
        }
        return bar;
    }

    /** In a field of fixed width, so that what stands behind it keeps its place. */
    private Line rate(String sign, Optional<Double> perSecond, AttributedStyle style) {
        String figure = perSecond.map(look.amounts()::rate).orElse(look.glyphs().unknown());
        Line line = new Line().add(sign + " ", style);
        line.add(figure, look.theme().strong())
                .add(perSecond.isPresent() ? "/s" : "", look.theme().faint());
        return line.padTo(2 + ByteFormat.WIDTH + 3, look.theme().plain());
    }
}
