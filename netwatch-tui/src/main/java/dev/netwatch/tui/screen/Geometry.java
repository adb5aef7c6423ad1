package dev.netwatch.tui.screen;

import dev.netwatch.tui.state.DetailOverlay;
import dev.netwatch.tui.state.Overlay;
import dev.netwatch.tui.state.UiState;
import java.util.Optional;

/*
 * Where everything is on a terminal of one size: above the title, the overview, the tabs and the head of the table; below
 * the message and the keys; between them the table, and the details beside it or below it.
 */
final class Geometry {
    private static final int TITLE_TABS_AND_HEAD = 3;
    private static final int MESSAGE_AND_KEYS = 2;
    /** From this width on the details stand beside the table, and always. */
    private static final int WIDE = 160;

    private static final int NARROWEST_PANE = 42;
    private static final int WIDEST_PANE = 70;
    private static final int LEAST_STRIP = 5;
    private static final int MOST_STRIP = 16;

    private final Size size;
    private final Optional<DetailOverlay> details;

    private Geometry(Size size, Optional<DetailOverlay> details) {
        this.size = size;
        this.details = details;
    }

    static Geometry of(Size size, UiState state) {
        Optional<DetailOverlay> open = Optional.empty();
        for (Overlay overlay : state.overlays()) {
            open = overlay instanceof DetailOverlay details ? Optional.of(details) : open;
        }
        return new Geometry(size, open);
    }

    /** Lines of the overview: one, one each way, or graphs of some height side by side. */
    int overview() {
        if (size.rows() >= 44 && size.columns() >= 100) {
            return 5;
        }
        if (size.rows() >= 36 && size.columns() >= 100) {
            return 4;
        }
        return size.rows() >= 28 ? 2 : 1;
    }

    /** Lines between those above and those below. */
    int middle() {
        return size.rows() - overview() - TITLE_TABS_AND_HEAD - MESSAGE_AND_KEYS;
    }

    boolean isWide() {
        return size.columns() >= WIDE;
    }

    /** The details, where the user opened them. */
    Optional<DetailOverlay> details() {
        return details;
    }

    /** Columns of the table. */
    int tableColumns() {
        return isWide() ? size.columns() - paneColumns() : size.columns();
    }

    /** Columns of the details. */
    int paneColumns() {
        if (!isWide()) {
            return size.columns();
        }
        int more = Math.max(0, size.columns() - 200) / 3;
        return Math.min(NARROWEST_PANE + more, WIDEST_PANE);
    }

    /** Lines of the details below the table, a title among them; 0 where there are none. */
    int strip() {
        if (isWide() || details.isEmpty()) {
            return 0;
        }
        int most = details.get().whole() ? middle() : Math.min(MOST_STRIP, middle() / 2 + 1);
        return Math.min(middle(), Math.max(LEAST_STRIP, most));
    }

    /** Rows that the table shows. */
    int page() {
        return Math.max(1, middle() - strip());
    }
}
