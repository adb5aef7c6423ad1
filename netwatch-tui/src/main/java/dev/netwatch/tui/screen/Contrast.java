package dev.netwatch.tui.screen;

/**
 * How well one colour can be told from another.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast ratio</a>
 */
final class Contrast {
    private Contrast() {}

    /** From 1, the same, to 21, black and white; 4.5 is enough for text. */
    static double of(int one, int other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(Ink.red(rgb)) + 0.7152 * linear(Ink.green(rgb)) + 0.0722 * linear(Ink.blue(rgb));
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
