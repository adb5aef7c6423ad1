package dev.netwatch.tui.screen;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/* The one sentence of a terminal that has no room for more. */
final class TooSmall {
    private TooSmall() {}

    static List<AttributedString> lines(Size size) {
        String sentence = "netwatch needs " + Size.MINIMUM + ", this terminal is " + size;
        List<AttributedString> lines = new ArrayList<>();
        for (String line : Wrapped.lines(sentence, size.columns())) {
            lines.add(new AttributedString(Text.cut(line, size.columns(), "")));
        }
        while (lines.size() < size.rows()) {
            lines.add(AttributedString.EMPTY);
        }
        return new ArrayList<>(lines.subList(0, Math.max(0, size.rows())));
    }
}
