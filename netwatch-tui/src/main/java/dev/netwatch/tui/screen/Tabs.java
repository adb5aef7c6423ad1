package dev.netwatch.tui.screen;

import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.query.Grouping;
import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.SortKey;
import dev.netwatch.domain.query.View;
import dev.netwatch.domain.query.ViewCounts;
import dev.netwatch.tui.state.TableOptions;
import java.util.Locale;
import java.util.Optional;
import org.jline.utils.AttributedString;

/* The line above the table: the views with their counts, and what else decides which rows are there, in which order. */
final class Tabs {
    private static final int LONGEST_FILTER = 40;

    private final Look look;

    Tabs(Look look) {
        this.look = look;
    }

    AttributedString line(Scene scene, TableOptions options, int columns) {
        return bar(scene, options, columns).fit(columns);
    }

    /** The tab in this column of the line; empty between them. */
    Optional<View> at(int column, Scene scene, TableOptions options, int columns) {
        int index = bar(scene, options, columns).leftAt(column, columns);
        return index < 0 ? Optional.empty() : Optional.of(View.values()[index]);
    }

    private Bar bar(Scene scene, TableOptions options, int columns) {
        Bar bar = new Bar(columns < 100 ? 1 : 2);
        int rank = 5;
        for (View view : View.values()) {
            boolean chosen = view == options.view();
            bar.left(chosen ? 0 : rank++, tab(scene, view, chosen, columns));
        }
        narrowing(bar, scene, options, columns);
        bar.right(10, sort(options.order()));
        return bar;
    }

    private Line tab(Scene scene, View view, boolean chosen, int columns) {
        Theme theme = look.theme();
        ViewCounts counts = scene.listing().result().views();
        String count = scene.snapshot().isMeasuring() ? "" : " " + counts.of(view);
        String number = Integer.toString(view.ordinal() + 1);
        String name = name(view, columns);
        if (chosen) {
            return new Line().add(" " + (columns < 100 ? "" : number + " ") + name + count + " ", theme.tab());
        }
        boolean some = counts.of(view) > 0;
        return new Line()
                .add(number + " ", theme.accent())
                .add(name, theme.plain())
                .add(count, view == View.NEW && some ? theme.fresh() : theme.faint());
    }

    private static String name(View view, int columns) {
        return switch (view) {
            case ALL -> "All";
            case NEW -> "New";
            case ACTIVE -> "Active";
            case LISTENING -> columns < 100 ? "Listen" : "Listening";
            case CLOSED -> "Closed";
        };
    }

    /** What hides rows, each with what would show them again. */
    private void narrowing(Bar bar, Scene scene, TableOptions options, int columns) {
        Theme theme = look.theme();
        if (options.isFiltered()) {
            bar.right(1, FilterMark.line(options.filter(), look, Math.min(LONGEST_FILTER, columns / 4)));
        }
        options.familiarity()
                .ifPresent(shown -> bar.right(2, shown == Familiarity.NEW ? "new only" : "known only", theme.accent()));
        if (options.arrangement().frozen()) {
            bar.right(3, "order frozen", theme.accent());
        }
        if (options.arrangement().grouping() != Grouping.NONE) {
            String grouping = options.arrangement().grouping().name().toLowerCase(Locale.ROOT);
            bar.right(4, "by " + grouping.replace('_', ' '), theme.accent());
        }
        if (scene.exclusions() > 0) {
            bar.right(11, scene.exclusions() + " excluded", theme.accent());
        }
        if (options.loopback()) {
            bar.right(12, "loopback shown", theme.faint());
        } else if (scene.listing().hidden().loopback() > 0) {
            bar.right(12, scene.listing().hidden().loopback() + " loopback hidden", theme.faint());
        }
    }

    private Line sort(Order order) {
        String arrow =
                order.descending() ? look.glyphs().descending() : look.glyphs().ascending();
        return new Line()
                .add("sort ", look.theme().faint())
                .add(name(order) + arrow, look.theme().accent());
    }

    private static String name(Order order) {
        SortKey key = order.key();
        return switch (key) {
            case RECEIVED -> order.byRate() ? "in/s" : "in";
            case SENT -> order.byRate() ? "out/s" : "out";
            case CONNECTIONS -> "conns";
            case FAMILIARITY -> "seen";
            case REMOTE -> "host";
            case RATE -> "in+out/s";
            case RATE_RECEIVED -> "in/s";
            case RATE_SENT -> "out/s";
            default -> key.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
