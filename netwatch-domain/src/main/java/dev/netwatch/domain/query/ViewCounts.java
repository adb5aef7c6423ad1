package dev.netwatch.domain.query;

/** How many rows each {@link View} has, whichever of them is looked at. */
public record ViewCounts(int all, int fresh, int active, int listening, int closed) {
    public static final ViewCounts NOTHING = new ViewCounts(0, 0, 0, 0, 0);

    public int of(View view) {
        return switch (view) {
            case ALL -> all;
            case NEW -> fresh;
            case ACTIVE -> active;
            case LISTENING -> listening;
            case CLOSED -> closed;
        };
    }
}
