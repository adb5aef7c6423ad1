package dev.netwatch.tui.screen;

import dev.netwatch.domain.query.FilterExpression;

/* The filter in force, and how much of all it lets through. */
final class FilterMark {
    private FilterMark() {}

    /** {@code 12 of 40 rows}, of those in the view. */
    static String counts(Listing listing) {
        return listing.result().rows().size() + " of " + Labels.number(listing.unfiltered(), "row");
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
