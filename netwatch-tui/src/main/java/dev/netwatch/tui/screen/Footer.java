package dev.netwatch.tui.screen;

import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.QueryResult;
import dev.netwatch.domain.query.SortKey;
import dev.netwatch.tui.state.TableOptions;
import dev.netwatch.tui.state.UiState;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/* The two lines below: what is shown, in which order, what is not; and the keys. */
final class Footer {
    private final Look look;
    private final KeyHints hints;

    Footer(Look look) {
        this.look = look;
        this.hints = new KeyHints(look.theme());
    }

    List<AttributedString> lines(Scene scene, UiState state, int columns) {
        return List.of(
                status(scene, state.options(), columns).fit(columns), hints.line(scene.exclusions() > 0, columns));
    }

    private Bar status(Scene scene, TableOptions options, int columns) {
        Theme theme = look.theme();
        Bar bar = new Bar(2);
        if (!scene.snapshot().isMeasuring()) {
            bar.left(
                    1,
                    options.isFiltered()
                            ? filtered(scene)
                            : counts(scene.listing().result()));
        }
        if (options.isFiltered()) {
            bar.left(0, FilterMark.line(options.filter(), look, columns / 3));
        }
        bar.right(1, sort(options.order()));
        bar.right(4, options.order().byRate() ? "per second" : "cumulative", theme.plain());
        AttributedStyle narrowed = options.familiarity().isPresent() ? theme.accent() : theme.plain();
        bar.right(2, "filter " + filter(options), narrowed);
        bar.right(3, loopback(scene.listing().hidden(), options), theme.plain());
        if (scene.exclusions() > 0) {
            bar.right(2, "excluded " + scene.exclusions(), theme.accent());
        }
        return bar;
    }

    private Line filtered(Scene scene) {
        return new Line().add(FilterMark.counts(scene.listing()), look.theme().strong());
    }

    private Line counts(QueryResult result) {
        Theme theme = look.theme();
        int rows = result.rows().size();
        Line line = new Line()
                .add(number(result.connections(), "conn"), theme.plain())
                .add(" " + look.glyphs().dot() + number(rows, "row"), theme.faint());
        return result.stale() == 0
                ? line
                : line.add(" " + look.glyphs().dot() + result.stale() + " stale", theme.faint());
    }

    private Line sort(Order order) {
        String arrow =
                order.descending() ? look.glyphs().descending() : look.glyphs().ascending();
        return new Line()
                .add("sort ", look.theme().plain())
                .add(name(order.key()) + arrow, look.theme().accent());
    }

    private static String name(SortKey key) {
        return switch (key) {
            case CONNECTIONS -> "conns";
            case RECEIVED -> "in";
            case SENT -> "out";
            default -> key.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static String filter(TableOptions options) {
        return options.familiarity()
                .map(familiarity -> familiarity == Familiarity.NEW ? "new" : "known")
                .orElse("all");
    }

    private static String loopback(Hidden hidden, TableOptions options) {
        if (options.loopback()) {
            return "loopback shown";
        }
        return hidden.loopback() == 0 ? "loopback hidden" : "loopback hidden " + hidden.loopback();
    }

    static String number(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
