package dev.netwatch.tui.state;

import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.tui.input.Action;
import java.util.List;
import java.util.Optional;

/** Everything the keys can change about the screen. What changes the world (exclusions) is not done here. */
public record UiState(Mode mode, TableOptions options, Cursor cursor, Optional<Toast> toast) {

    /** At the start, with what the user wants to see from then on. */
    public static UiState initial(boolean loopback, boolean listening) {
        TableOptions usual = TableOptions.DEFAULT;
        TableOptions wanted = new TableOptions(usual.order(), usual.familiarity(), loopback, listening, usual.paused());
        return new UiState(Mode.TABLE, wanted, Cursor.START, Optional.empty());
    }

    /**
     * What the action makes of it. Pure.
     *
     * @param rows as they are on the screen
     * @param page how many of them the screen holds
     */
    public UiState apply(Action action, List<TrafficRow> rows, int page) {
        if (action == Action.INTERRUPT) {
            return in(Mode.CLOSED);
        }
        if (action == Action.REPAINT) {
            return this;
        }
        return mode == Mode.HELP ? in(Mode.TABLE) : onTable(action, rows, page);
    }

    private UiState onTable(Action action, List<TrafficRow> rows, int page) {
        return switch (action) {
            case SORT -> with(options.sortedByNext());
            case REVERSE -> with(options.reversed());
            case FILTER -> with(options.filteredByNext());
            case RATE -> with(options.withRateToggled());
            case PAUSE -> with(options.withPauseToggled());
            case LOOPBACK -> with(options.withLoopbackToggled());
            case UP -> with(cursor.move(-1, rows, page));
            case DOWN -> with(cursor.move(1, rows, page));
            case PAGE_UP -> with(cursor.move(-Math.max(1, page - 1), rows, page));
            case PAGE_DOWN -> with(cursor.move(Math.max(1, page - 1), rows, page));
            case FIRST -> with(cursor.move(-rows.size(), rows, page));
            case LAST -> with(cursor.move(rows.size(), rows, page));
            case HELP -> in(Mode.HELP);
            case BACK, QUIT, INTERRUPT -> in(Mode.CLOSED);
            case EXCLUDE, CLEAR_EXCLUSIONS, REPAINT, OTHER -> this;
        };
    }

    /** The same with the selection found again among these rows. */
    public UiState settled(List<TrafficRow> rows, int page) {
        Cursor settled = cursor.settle(rows, page);
        return settled.equals(cursor) ? this : with(settled);
    }

    /** The same with a sentence to show. */
    public UiState saying(Toast said) {
        return new UiState(mode, options, cursor, Optional.of(said));
    }

    /** The same without what has been said long enough. */
    public UiState at(long nanos) {
        boolean over = toast.isPresent() && toast.get().isOver(nanos);
        return over ? new UiState(mode, options, cursor, Optional.empty()) : this;
    }

    private UiState in(Mode other) {
        return new UiState(other, options, cursor, toast);
    }

    private UiState with(TableOptions other) {
        return new UiState(mode, other, cursor, toast);
    }

    private UiState with(Cursor other) {
        return new UiState(mode, options, other, toast);
    }
}
