package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.track.RateHistory;
import java.util.function.ToDoubleFunction;

/* A history of rates as the figures of a graph. */
final class Course {
    private final double[] figures;

    private Course(double[] figures) {
        this.figures = figures;
    }

    /** @param latest how many of the latest intervals, at most */
    static Course of(RateHistory history, ToDoubleFunction<Rate> part, int latest) {
        double[] figures = new double[Math.min(latest, history.size())];
        for (int i = 0; i < figures.length; i++) {
            figures[figures.length - 1 - i] =
                    history.at(i).map(part::applyAsDouble).orElse(Double.NaN);
        }
        return new Course(figures);
    }

    /** Oldest first; not a number where unknown. */
    double[] figures() {
        return figures;
    }

    /** 0 where there is none. */
    double highest() {
        double highest = 0;
        for (double figure : figures) {
            highest = figure > highest ? figure : highest;
        }
        return highest;
    }

    boolean isEmpty() {
        return figures.length == 0;
    }
}
