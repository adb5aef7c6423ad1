package dev.netwatch.tui.screen;

import dev.netwatch.domain.query.FilterExpression;

/* The filter in force, and how much of all it lets through. */
final class FilterMark {
    private FilterMark() {}

    /** {@code 12 of 40 conns}. */
    static String counts(Listing listing) {
        int shown = listing.result().connections();
        return shown + " of " + Labels.number(shown + listing.hidden().filtered(), "conn");
    }

    /** As it was typed. */
    static Line line(FilterExpression filter, Look look, int room) {
        String text = Text.foreign(filter.toString(), look.glyphs().ascii());
        return new Line()
                .add("/ ", look.theme().accent().bold())
                .add(
                        Text.cut(text, room, look.glyphs().ellipsis()),
                        look.theme().accent());
    }
}
