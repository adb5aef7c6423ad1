package dev.netwatch.tui.screen;

import dev.netwatch.tui.state.Choice;
import dev.netwatch.tui.state.Picker;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/* A list to pick from, in a frame; of a long one the part around the selected line. */
final class PickerBox {
    private static final int WIDEST = 72;
    private static final int MARK = 2;

    private final Look look;

    PickerBox(Look look) {
        this.look = look;
    }

    List<AttributedString> over(List<AttributedString> below, Picker picker, Size size) {
        int width = Math.min(WIDEST, size.columns() - Box.FRAME.columns() - 2);
        boolean switches =
                picker.choices().stream().anyMatch(choice -> choice.marked().isPresent());
        String hint = switches ? "Enter on or off  Esc close" : "Enter choose  Esc close";
        return new Box(look, picker.title(), hint, width).over(below, lines(picker, width, size.rows()), size);
    }

    private List<AttributedString> lines(Picker picker, int width, int rows) {
        List<Choice> matching = picker.matching();
        int height = Math.max(1, Math.min(picker.choices().size(), rows - Box.FRAME.rows() - 3));
        int top = Math.max(0, Math.min(picker.index() - height / 2, matching.size() - height));
        int label = labels(picker);
        List<AttributedString> lines = new ArrayList<>();
        lines.add(narrowing(picker, width));
        for (int i = top; i < top + height; i++) {
            lines.add(
                    i < matching.size()
                            ? line(matching.get(i), i == picker.index(), label, width)
                            : i == 0 ? nothing() : AttributedString.EMPTY);
        }
        return lines;
    }

    private AttributedString narrowing(Picker picker, int width) {
        Theme theme = look.theme();
        if (picker.typed().text().isEmpty()) {
            return new Line().add("type to narrow", theme.faint()).build();
        }
        Line line = new Line().add("/ ", theme.accent().bold());
        new InputField(picker.typed(), width - 2, look.glyphs().ascii())
                .addTo(line, theme.plain(), theme.plain(), 0, 0);
        return line.build();
    }

    private AttributedString nothing() {
        return new Line().add("nothing matches", look.theme().faint()).build();
    }

    private int labels(Picker picker) {
        int widest = 0;
        for (Choice choice : picker.choices()) {
            widest = Math.max(widest, Text.width(clean(choice.label())));
        }
        return widest;
    }

    private AttributedString line(Choice choice, boolean selected, int label, int width) {
        Theme theme = look.theme();
        AttributedStyle style = selected ? theme.selected() : theme.plain();
        AttributedStyle said = selected ? theme.selected() : theme.faint();
        String ellipsis = look.glyphs().ellipsis();
        String mark = choice.marked().map(on -> on ? "[x] " : "[ ] ").orElse("");
        int room = width - MARK;
        Line line = new Line()
                .add(selected ? look.glyphs().selected() : " ", theme.accent())
                .padTo(MARK, style)
                .add(Text.cut(mark + clean(choice.label()), room, ellipsis), style);
        int start = MARK + mark.length() + label + 2;
        if (!choice.note().isEmpty() && start + 4 < width) {
            line.padTo(start, style).add(Text.cut(clean(choice.note()), width - start, ellipsis), said);
        }
        return line.padTo(selected ? width : 0, style).build();
    }

    private String clean(String text) {
        return Text.foreign(text, look.glyphs().ascii());
    }
}
