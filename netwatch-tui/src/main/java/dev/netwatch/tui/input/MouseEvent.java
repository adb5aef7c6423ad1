package dev.netwatch.tui.input;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the mouse did, as a terminal in SGR mode (1006) reports it.
 *
 * @param column of the cell, 0 at the left
 * @param row of the cell, 0 at the top
 * @see <a href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">XTerm Control Sequences, Mouse Tracking</a>
 */
public record MouseEvent(Kind kind, int column, int row) {
    private static final Pattern SGR = Pattern.compile("\033\\[<(\\d{1,3});(\\d{1,5});(\\d{1,5})([Mm])");
    /** Shift, Alt and Ctrl held. */
    private static final int MODIFIERS = 4 | 8 | 16;

    /** What this program takes note of. */
    public enum Kind {
        /** The left button went down. */
        CLICK,
        WHEEL_UP,
        WHEEL_DOWN
    }

    /** Empty for keys, and for what is of no interest: releases, other buttons, motion, clicks with a modifier. */
    public static Optional<MouseEvent> of(String key) {
        Matcher report = key.startsWith("\033[<") ? SGR.matcher(key) : null;
        if (report == null || !report.matches() || report.group(4).equals("m")) {
            return Optional.empty();
        }
        int button = Integer.parseInt(report.group(1));
        int column = Integer.parseInt(report.group(2)) - 1;
        int row = Integer.parseInt(report.group(3)) - 1;
        boolean somewhere = column >= 0 && row >= 0;
        return kind(button).filter(known -> somewhere).map(known -> new MouseEvent(known, column, row));
    }

    private static Optional<Kind> kind(int button) {
        return switch (button & ~MODIFIERS) {
            case 0 -> button == 0 ? Optional.of(Kind.CLICK) : Optional.empty();
            case 64 -> Optional.of(Kind.WHEEL_UP);
            case 65 -> Optional.of(Kind.WHEEL_DOWN);
            default -> Optional.empty();
        };
    }
}
