package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.track.RecentRates;
import dev.netwatch.domain.track.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/* How much goes to and fro, now and lately, and how well that is known: of all connections, whatever the table shows. */
final class Overview {
    private static final int NARROWEST_GRAPH = 12;
    /** Columns of the figures of one way, with the gaps between and behind them. */
    private static final int FIGURES = 52;

    private final Look look;

    Overview(Look look) {
        this.look = look;
    }

    /* One way: what it is called, what it looks like, and which part of a rate it is. */
    private record Way(String sign, String name, AttributedStyle style, ToDoubleFunction<Rate> part) {}

    private Way in() {
        return new Way(look.glyphs().received(), "in", look.theme().received(), Rate::received);
    }

    private Way out() {
        return new Way(look.glyphs().sent(), "out", look.theme().sent(), Rate::sent);
    }

    /** @param rows 1, 2, or more for graphs of some height */
    List<AttributedString> lines(Scene scene, int rows, int columns) {
        return switch (rows) {
            case 1 -> List.of(both(scene, columns));
            case 2 -> List.of(oneWay(scene, in(), columns, true), oneWay(scene, out(), columns, false));
            default -> tall(scene, rows, columns);
        };
    }

    private AttributedString both(Scene scene, int columns) {
        if (!scene.snapshot().isMeasuring() && !scene.snapshot().capabilities().contains(Capability.TCP_BYTES)) {
            return promise(new Bar(1).left(0, now(scene, in())).left(0, now(scene, out())), scene, 2)
                    .fit(columns);
        }
        int graph = columns < 80 ? Math.max(4, (columns - 34) / 2) : NARROWEST_GRAPH + (columns - 80) / 4;
        Bar bar = new Bar(1)
                .left(0, now(scene, in()))
                .left(0, graph(scene, in(), graph, 1).get(0))
                .left(0, now(scene, out()))
                .left(0, graph(scene, out(), graph, 1).get(0));
        return promise(bar, scene, 2).fit(columns);
    }

    private AttributedString oneWay(Scene scene, Way way, int columns, boolean first) {
        int graph = columns * 3 / 8;
        Bar bar = new Bar(2)
                .left(0, now(scene, way))
                .left(0, graph(scene, way, graph, 1).get(0));
        sums(bar, scene, way);
        List<String> words = words(scene);
        int room = columns - graph - FIGURES;
        int split = fitting(words, room);
        List<String> rest = words.subList(split, words.size());
        List<String> mine = first ? words.subList(0, split) : rest.subList(0, fitting(rest, room));
        if (!mine.isEmpty()) {
            bar.right(5, joined(mine), look.theme().faint());
        }
        return bar.fit(columns);
    }

    /** How many of the words fit into so many columns, at most two. */
    private int fitting(List<String> words, int room) {
        int fit = Math.min(2, words.size());
        while (fit > 0 && joined(words.subList(0, fit)).length() > room) {
            fit--;
        }
        return fit;
    }

    private String joined(List<String> words) {
        return String.join(" " + look.glyphs().dot(), words);
    }

    /** Both ways side by side, each with a graph below its figures. */
    private List<AttributedString> tall(Scene scene, int rows, int columns) {
        int half = columns / 2;
        List<AttributedString> left = half(scene, in(), rows, half, false);
        List<AttributedString> right = half(scene, out(), rows, columns - half, true);
        List<AttributedString> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            lines.add(new Line()
                    .add(left.get(i))
                    .padTo(half, look.theme().plain())
                    .add(right.get(i))
                    .build());
        }
        return lines;
    }

    private List<AttributedString> half(Scene scene, Way way, int rows, int columns, boolean promising) {
        Bar bar = new Bar(2).left(0, now(scene, way));
        sums(bar, scene, way);
        if (promising) {
            promise(bar, scene, 5);
        }
        List<AttributedString> lines = new ArrayList<>();
        lines.add(bar.fit(columns));
        for (Line line : graph(scene, way, columns - 3, rows - 1)) {
            lines.add(
                    new Line().padTo(1, look.theme().plain()).add(line.build()).build());
        }
        return lines;
    }

    private static RecentRates.Series series(Scene scene) {
        RecentRates rates = scene.snapshot().tracking().rates();
        boolean loopback =
                scene.watch().address().filter(address -> address.isLoopback()).isPresent();
        return loopback ? rates.loopback() : rates.network();
    }

    /** In a field of fixed width, so that what stands behind it keeps its place. */
    private Line now(Scene scene, Way way) {
        Optional<Rate> rate = series(scene).history().at(0);
        String figure = rate.map(now -> look.amounts().rate(way.part.applyAsDouble(now)))
                .orElse(look.glyphs().unknown());
        return new Line()
                .add(way.sign + " ", way.style)
                .add(figure, look.theme().strong())
                .add(rate.isPresent() ? "/s" : "", look.theme().faint())
                .padTo(2 + ByteFormat.WIDTH + 2, look.theme().plain());
    }

    private List<Line> graph(Scene scene, Way way, int columns, int rows) {
        Course course = Course.of(series(scene).history(), way.part, columns);
        Graph graph = new Graph(look, way.style);
        List<Line> lines = new ArrayList<>();
        if (rows == 1) {
            lines.add(new Line().add(graph.line(course.figures(), course.highest(), columns)));
            return lines;
        }
        for (AttributedString line : graph.lines(course.figures(), course.highest(), columns, rows)) {
            lines.add(new Line().add(line));
        }
        return lines;
    }

    private void sums(Bar bar, Scene scene, Way way) {
        series(scene)
                .peak()
                .ifPresent(peak ->
                        bar.left(1, figure("peak", look.amounts().rate(way.part.applyAsDouble(peak)) + "/s")));
        today(scene, way).ifPresent(sum -> bar.left(2, figure("today", sum)));
    }

    private Optional<String> today(Scene scene, Way way) {
        return scene.today().map(sum -> {
            boolean received = way.sign.equals(look.glyphs().received());
            ByteQuality quality = received ? sum.receivedQuality() : sum.sentQuality();
            long bytes = received ? sum.received() : sum.sent();
            return (quality == ByteQuality.ESTIMATED ? "~" : "")
                    + look.amounts().bytes(bytes);
        });
    }

    private Line figure(String label, String figure) {
        return new Line()
                .add(label + " ", look.theme().faint())
                .add(figure, look.theme().plain())
                .padTo(label.length() + 1 + ByteFormat.WIDTH + 2, look.theme().plain());
    }

    private Bar promise(Bar bar, Scene scene, int rank) {
        List<String> words = words(scene);
        for (int i = 0; i < words.size(); i++) {
            bar.right(
                    rank + i,
                    i == 0 ? words.get(0) : look.glyphs().dot() + words.get(i),
                    look.theme().faint());
        }
        return bar;
    }

    /** The source, and what it is worth. */
    private List<String> words(Scene scene) {
        Snapshot snapshot = scene.snapshot();
        if (snapshot.isMeasuring()) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        words.add(Text.foreign(snapshot.source(), look.glyphs().ascii()));
        words.addAll(Promise.of(snapshot));
        return words;
    }
}
