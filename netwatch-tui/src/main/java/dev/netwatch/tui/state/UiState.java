package dev.netwatch.tui.state;

import dev.netwatch.domain.query.ListLine;
import dev.netwatch.domain.query.View;
import dev.netwatch.tui.input.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything the keys can change about the screen. What changes the world is an {@link Effect} and not done here.
 *
 * @param overlays what lies over the table, the innermost last
 * @param closed whether the user has quit
 */
public record UiState(
        List<Overlay> overlays, TableOptions options, Cursor cursor, Optional<Toast> toast, boolean closed) {
    public UiState {
        overlays = List.copyOf(overlays);
    }

    /** At the start, with what the user wants to see from then on. */
    public static UiState initial(TableOptions options) {
        return new UiState(List.of(), options, Cursor.START, Optional.empty(), false);
    }

    /** The same after a key of the table; the keys whose action is an effect change nothing here. Pure. */
    public UiState apply(Action action, Frame frame) {
        List<ListLine> lines = frame.lines();
        int page = frame.page();
        return switch (action) {
            case SORT -> with(options.sortedByNext());
            case REVERSE -> with(options.reversed());
            case FILTER -> with(options.filteredByNext());
            case RATE -> with(options.withRateToggled());
            case PAUSE -> with(options.withPauseToggled());
            case LOOPBACK -> with(options.withLoopbackToggled());
            case UP -> with(cursor.move(-1, lines, page));
            case DOWN -> with(cursor.move(1, lines, page));
            case PAGE_UP -> with(cursor.move(-Math.max(1, page - 1), lines, page));
            case PAGE_DOWN -> with(cursor.move(Math.max(1, page - 1), lines, page));
            case FIRST -> with(cursor.move(-lines.size(), lines, page));
            case LAST -> with(cursor.move(lines.size(), lines, page));
            case HELP -> opened(HelpOverlay.OPENED);
            case DETAILS -> lines.isEmpty() ? this : entered(frame);
            case HISTORY -> frame.selected().isEmpty() ? this : remembered();
            case GROUP -> with(options.grouped(options.arrangement().grouping().next()));
            case EXPAND ->
                frame.group()
                        .filter(group -> !group.expanded())
                        .map(group -> with(options.toggled(group.key())))
                        .orElse(this);
            case COLLAPSE -> collapsed(frame);
            case FREEZE -> with(options.withFreezeToggled());
            case VIEW_ALL -> with(options.viewed(View.ALL));
            case VIEW_NEW -> with(options.viewed(View.NEW));
            case VIEW_ACTIVE -> with(options.viewed(View.ACTIVE));
            case VIEW_LISTENING -> with(options.viewed(View.LISTENING));
            case VIEW_CLOSED -> with(options.viewed(View.CLOSED));
            case NEXT_VIEW -> with(options.viewed(options.view().next(1)));
            case PREVIOUS_VIEW -> with(options.viewed(options.view().next(-1)));
            case BACK -> options.isFiltered() ? with(options.unfiltered()) : quit();
            case QUIT, INTERRUPT -> quit();
            case SEARCH,
                    UNDO,
                    SORT_BY,
                    COLUMNS,
                    THEME,
                    SETTINGS,
                    LOG,
                    MOUSE,
                    COPY,
                    EXPORT,
                    MARK_KNOWN,
                    EXCLUDE,
                    CLEAR_EXCLUSIONS,
                    REPAINT,
                    OTHER -> this;
        };
    }

    /** A group opens or closes; a row shows its details. */
    private UiState entered(Frame frame) {
        return frame.group()
                .map(group -> with(options.toggled(group.key())))
                .orElseGet(() -> opened(DetailOverlay.OPENED));
    }

    /** The details in the place of the table: what the history has of the peer is among them. */
    private UiState remembered() {
        boolean open = top().filter(DetailOverlay.class::isInstance).isPresent();
        return open ? replaced(overlays.size() - 1, Optional.of(DetailOverlay.WHOLE)) : opened(DetailOverlay.WHOLE);
    }

    /** The group closes; from a row within one, its header is selected first. */
    private UiState collapsed(Frame frame) {
        Optional<ListLine.Group> open = frame.group().filter(ListLine.Group::expanded);
        if (open.isPresent()) {
            return with(options.toggled(open.get().key()));
        }
        int depth = frame.line().map(ListLine::depth).orElse(0);
        int header = cursor.index();
        while (depth > 0 && header > 0 && frame.lines().get(header).depth() >= depth) {
            header--;
        }
        return with(cursor.move(header - cursor.index(), frame.lines(), frame.page()));
    }

    /** What takes the keys first; empty while it is the table. */
    public Optional<Overlay> top() {
        return overlays.isEmpty() ? Optional.empty() : Optional.of(overlays.get(overlays.size() - 1));
    }

    /** The same with this one on top. */
    public UiState opened(Overlay overlay) {
        List<Overlay> more = new ArrayList<>(overlays);
        more.add(overlay);
        return with(more);
    }

    /** The same with another in the place of the one at this height, or with none there and nothing above it. */
    public UiState replaced(int height, Optional<Overlay> overlay) {
        List<Overlay> left = new ArrayList<>(overlays);
        if (overlay.isPresent()) {
            left.set(height, overlay.get());
        } else {
            left.subList(height, left.size()).clear();
        }
        return with(left);
    }

    /** The same with the selection found again among these rows. */
    public UiState settled(List<ListLine> lines, int page) {
        Cursor settled = cursor.settle(lines, page);
        return settled.equals(cursor) ? this : with(settled);
    }

    /** The same with another table. */
    public UiState with(TableOptions other) {
        return new UiState(overlays, other, cursor, toast, closed);
    }

    /** The same with a sentence to show. */
    public UiState saying(Toast said) {
        return new UiState(overlays, options, cursor, Optional.of(said), closed);
    }

    /** The same without what has been said long enough. */
    public UiState at(long nanos) {
        boolean over = toast.isPresent() && toast.get().isOver(nanos);
        return over ? new UiState(overlays, options, cursor, Optional.empty(), closed) : this;
    }

    /** The end. */
    public UiState quit() {
        return new UiState(overlays, options, cursor, toast, true);
    }

    private UiState with(List<Overlay> other) {
        return new UiState(other, options, cursor, toast, closed);
    }

    /** The same with this row selected. */
    public UiState at(int index, Frame frame) {
        return with(cursor.move(index - frame.index(), frame.lines(), frame.page()));
    }

    /** The same with the selection so many rows further. */
    public UiState scrolled(int rowsDown, Frame frame) {
        return with(cursor.move(rowsDown, frame.lines(), frame.page()));
    }

    private UiState with(Cursor other) {
        return new UiState(overlays, options, other, toast, closed);
    }
}
