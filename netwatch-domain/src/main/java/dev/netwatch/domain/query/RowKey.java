package dev.netwatch.domain.query;

import dev.netwatch.domain.track.TrafficKey;

/** The line of a row. */
public record RowKey(TrafficKey row) implements LineKey {}
