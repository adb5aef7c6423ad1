package dev.netwatch.tui.state;

/** What a key asks for beyond the overlay it was typed into. {@code terminal.Effects} is the one place that obeys. */
public sealed interface Effect {
    /** Lays another one on top. */
    record Open(Overlay overlay) implements Effect {}

    /** The table shows this from now on: filter, order, grouping. */
    record Show(TableOptions options) implements Effect {}

    /** A sentence that answers the key and fades; may hold foreign text. */
    record Say(String sentence) implements Effect {}

    /** Lays the line for a filter on top. */
    record OpenFilter() implements Effect {}

    /** Keeps what the user typed for another time. */
    record RememberFilter(String text) implements Effect {}

    /** Hides a process. */
    record Exclude(String process) implements Effect {}

    /** Shows all processes that were hidden. */
    record ClearExclusions() implements Effect {}
}
