package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.Container;
import dev.netwatch.domain.track.Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What rows are put together by. */
public enum Grouping {
    /** Not at all. */
    NONE,
    /**
     * By program: its path; several processes of one program are one group. What has only a name is in the group of the
     * one path that ends in it, else in its own.
     */
    PROCESS,
    /** By process, each below the one that started it. */
    PROCESS_TREE,
    /** By the peer's address; a name comes late and changes, but is what such a group is called. */
    REMOTE,
    ORGANISATION,
    /** By container; what runs in none is one group. */
    CONTAINER;

    /** The one after this, the first after the last. */
    public Grouping next() {
        return values()[(ordinal() + 1) % values().length];
    }

    /** What is expanded before anybody has chosen: of a tree all, of other groups nothing. */
    public Expansion expansion() {
        return this == PROCESS_TREE ? Expansion.ALL : Expansion.NOTHING;
    }

    /**
     * A table's lines: rows, and before those of a group its header. Pure.
     *
     * <p>Rows keep their order within a group. Groups are in the order of their sums, where the rows are ordered by
     * something that adds up (bytes, rates, connections), else in that of their first rows; those without an open
     * connection come last.
     *
     * @param result in that order
     */
    public List<ListLine> lines(QueryResult result, Order order, Expansion expansion) {
        return switch (this) {
            case NONE ->
                result.rows().stream()
                        .<ListLine>map(row -> new ListLine.Row(row, 0))
                        .toList();
            case PROCESS_TREE -> new ProcessTree(order, expansion).lines(result.rows());
            default -> new Groups(this, order, expansion).lines(result.rows());
        };
    }

    /** What makes these rows one group; empty for those of which it is not known, which are one group too. */
    Function<TrafficRow, Optional<?>> among(List<TrafficRow> rows) {
        return switch (this) {
            case NONE -> row -> Optional.empty();
            case PROCESS -> new Programs(rows)::of;
            case PROCESS_TREE -> row -> row.key().process();
            case REMOTE -> row -> row.key().remote();
            case ORGANISATION -> row -> row.speaker().name().organisation().name();
            case CONTAINER -> row -> row.speaker().container().map(Container::id);
        };
    }

    /** What a group is called that has this row. */
    Optional<String> label(TrafficRow row) {
        Connection speaker = row.speaker();
        return switch (this) {
            case NONE -> Optional.empty();
            case PROCESS, PROCESS_TREE -> row.process();
            case REMOTE ->
                speaker.name().host().name().or(() -> row.key().remote().map(Object::toString));
            case ORGANISATION -> speaker.name().organisation().name();
            case CONTAINER -> speaker.container().map(Container::label);
        };
    }
}
