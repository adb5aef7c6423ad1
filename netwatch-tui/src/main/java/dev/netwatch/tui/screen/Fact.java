package dev.netwatch.tui.screen;

import java.util.Optional;
import org.jline.utils.AttributedStyle;

/*
 * One thing to know of a row: what it is about, and what is known. An empty label goes on with the fact
 * before. Below the text goes a graph in the same style, where there is one.
 */
record Fact(String label, String text, AttributedStyle style, Optional<Course> course) {
    Fact(String label, String text, AttributedStyle style) {
        this(label, text, style, Optional.empty());
    }
}
