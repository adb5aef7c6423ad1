package dev.netwatch.tui.screen;

import org.jline.utils.AttributedStyle;

/*
 * One thing to know of a row: what it is about, and what is known. An empty label goes on with the fact before.
 */
record Fact(String label, String text, AttributedStyle style) {}
