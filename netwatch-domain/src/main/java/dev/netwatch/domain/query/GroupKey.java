package dev.netwatch.domain.query;

import java.util.Optional;

/**
 * The line of a group's header.
 *
 * @param what its rows have in common, opaque: only equality means anything; empty for those of which it is not known
 */
public record GroupKey(Grouping grouping, Optional<?> what) implements LineKey {}
