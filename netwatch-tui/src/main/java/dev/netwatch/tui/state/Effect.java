package dev.netwatch.tui.state;

import dev.netwatch.domain.history.Fingerprint;
import java.util.Set;

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

    /** Lays the list of looks on top. */
    record OpenThemes() implements Effect {}

    /** Lays the settings on top. */
    record OpenSettings() implements Effect {}

    /** Lays the log of what the user was told on top. */
    record OpenLog() implements Effect {}

    /** The screen is like this from now on. */
    record Prefer(Preferences preferences) implements Effect {}

    /** Keeps this for later runs. */
    record Save(Preferences preferences) implements Effect {}

    /** Shows a column, or hides it. */
    record ToggleColumn(Column column) implements Effect {}

    /** Lets the mouse click and scroll, or leaves it to the terminal. */
    record ToggleMouse() implements Effect {}

    /**
     * Puts a text where other programs find it.
     *
     * @param what it is, in a word or two
     * @param text with nothing in it that could drive a terminal
     */
    record Copy(String what, String text) implements Effect {}

    /** As {@link Copy}, by the terminal's own means. */
    record CopyByTerminal(String what, String text) implements Effect {}

    /**
     * Marks new peers as known.
     *
     * @param name what the user knows them by; may be foreign text
     */
    record MarkKnown(Set<Fingerprint> peers, String name) implements Effect {
        public MarkKnown {
            peers = Set.copyOf(peers);
        }
    }

    /** Writes what is shown into a file. */
    record Export(ExportFormat format) implements Effect {}

    /** Takes the latest change back that can be. */
    record Undo() implements Effect {}

    /**
     * Hides a process.
     *
     * @param rows of those shown that go with it
     */
    record Exclude(String process, int rows) implements Effect {}

    /** Asks whether to show all processes that were hidden, if there are any. */
    record AskToClearExclusions() implements Effect {}

    /** Shows all processes that were hidden. */
    record ClearExclusions() implements Effect {}
}
