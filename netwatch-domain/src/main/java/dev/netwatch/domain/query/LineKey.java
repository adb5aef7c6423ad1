package dev.netwatch.domain.query;

/** What makes a line of a table this line, wherever it stands: a selection holds on to it. */
public sealed interface LineKey permits RowKey, GroupKey {}
