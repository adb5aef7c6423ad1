package dev.netwatch.tui.state;

import dev.netwatch.domain.query.Expansion;
import dev.netwatch.domain.query.GroupKey;
import dev.netwatch.domain.query.Grouping;
import dev.netwatch.domain.query.Order;

/**
 * How the lines of the table are put in order and together.
 *
 * @param expansion which groups show their rows
 * @param frozen whether lines keep their places, whatever happens to what they are ordered by
 */
public record Arrangement(Order order, Grouping grouping, Expansion expansion, boolean frozen) {
    /** Most bytes first, no groups. */
    public static final Arrangement DEFAULT = new Arrangement(Order.DEFAULT, Grouping.NONE, Expansion.NOTHING, false);

    Arrangement ordered(Order other) {
        return new Arrangement(other, grouping, expansion, frozen);
    }

    Arrangement grouped(Grouping other) {
        return new Arrangement(order, other, other.expansion(), frozen);
    }

    Arrangement toggled(GroupKey group) {
        return new Arrangement(order, grouping, expansion.toggled(group), frozen);
    }

    Arrangement withFreezeToggled() {
        return new Arrangement(order, grouping, expansion, !frozen);
    }
}
