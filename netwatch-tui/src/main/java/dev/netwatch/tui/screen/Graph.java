package dev.netwatch.tui.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/*
 * Figures as blocks, one column for each, the latest at the right. What was not measured is blank, nothing is a low line
 * and little is at least a step above it, so that the three are told apart.
 */
final class Graph {
    /** Of the glyphs: blank, the line of nothing, and the steps of something. */
    private static final int NOTHING = 1;

    private static final int LEAST = 2;

    private final String levels;
    private final AttributedStyle style;
    private final AttributedStyle faint;

    Graph(Look look, AttributedStyle style) {
        this.levels = look.glyphs().levels();
        this.style = style;
        this.faint = look.theme().faint();
    }

    /**
     * @param figures oldest first, not negative; NaN for what was not measured
     * @param highest what fills the graph
     * @return so many lines, from the top, each of exactly so many columns
     */
    List<AttributedString> lines(double[] figures, double highest, int columns, int rows) {
        double[] latest = Arrays.copyOfRange(figures, Math.max(0, figures.length - columns), figures.length);
        List<AttributedString> lines = new ArrayList<>(rows);
        for (int row = rows - 1; row >= 0; row--) {
            Line line = new Line().padTo(columns - latest.length, style);
            for (double figure : latest) {
                int level = level(figure, highest, rows, row);
                line.add(levels.substring(level, level + 1), level == NOTHING ? faint : style);
            }
            lines.add(line.build());
        }
        return lines;
    }

    /** In one line, not quite as high as that: with others above and below, it does not grow together with them. */
    AttributedString line(double[] figures, double highest, int columns) {
        double[] lower = figures.clone();
        double most = levels.length() - 1;
        for (int i = 0; i < lower.length; i++) {
            lower[i] *= (most - 1) / most;
        }
        return lines(lower, highest, columns, 1).get(0);
    }

    /** @param row from below; of the lowest the steps begin at {@link #LEAST} */
    private int level(double figure, double highest, int rows, int row) {
        if (Double.isNaN(figure)) {
            return 0;
        }
        if (figure <= 0) {
            return row == 0 ? NOTHING : 0;
        }
        int most = levels.length() - 1;
        long height = highest <= 0 ? LEAST : Math.max(LEAST, Math.round(figure / highest * most * rows));
        return (int) Math.max(0, Math.min(most, height - (long) most * row));
    }
}
