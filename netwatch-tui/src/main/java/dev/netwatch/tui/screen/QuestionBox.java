package dev.netwatch.tui.screen;

import dev.netwatch.tui.state.Question;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/* A question in a frame. */
final class QuestionBox {
    private static final int WIDEST = 60;

    private final Look look;

    QuestionBox(Look look) {
        this.look = look;
    }

    List<AttributedString> over(List<AttributedString> below, Question question, Size size) {
        int width = Math.min(WIDEST, size.columns() - Box.FRAME.columns() - 2);
        List<AttributedString> lines = new ArrayList<>();
        for (String line :
                Wrapped.lines(Text.foreign(question.sentence(), look.glyphs().ascii()), width)) {
            lines.add(new Line().add(line, look.theme().strong()).build());
        }
        return new Box(look, "sure?", "y yes  n no", width).over(below, lines, size);
    }
}
