package dev.netwatch.tui.screen;

import org.jline.utils.AttributedStyle;

/* What stands in one column of one row. */
record Cell(String text, AttributedStyle style) {}
