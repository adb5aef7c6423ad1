package dev.netwatch.domain.query;

import java.util.HashSet;
import java.util.Set;

/**
 * Which groups show their rows.
 *
 * @param all whether those do that nobody has touched
 * @param except those of which the opposite is true
 */
public record Expansion(boolean all, Set<GroupKey> except) {
    public static final Expansion ALL = new Expansion(true, Set.of());
    public static final Expansion NOTHING = new Expansion(false, Set.of());

    public Expansion {
        except = Set.copyOf(except);
    }

    public boolean isExpanded(GroupKey group) {
        return all != except.contains(group);
    }

    /** The same with this group the other way round. */
    public Expansion toggled(GroupKey group) {
        Set<GroupKey> others = new HashSet<>(except);
        if (!others.remove(group)) {
            others.add(group);
        }
        return new Expansion(all, others);
    }
}
