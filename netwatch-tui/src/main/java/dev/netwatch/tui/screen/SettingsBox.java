package dev.netwatch.tui.screen;

import dev.netwatch.tui.state.Setting;
import dev.netwatch.tui.state.SettingsOverlay;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/* The settings in a frame: what each is, and whether it is kept. */
final class SettingsBox {
    private static final int WIDEST = 70;
    private static final int LABEL = 2;
    private static final int VALUE = 20;

    private final Look look;

    SettingsBox(Look look) {
        this.look = look;
    }

    List<AttributedString> over(List<AttributedString> below, SettingsOverlay settings, Size size) {
        int width = Math.min(WIDEST, size.columns() - Box.FRAME.columns() - 2);
        List<AttributedString> lines = new ArrayList<>();
        boolean unsaved = false;
        for (Setting setting : Setting.values()) {
            boolean changed = setting.differs(settings.chosen(), settings.saved());
            unsaved |= changed;
            lines.add(line(settings, setting, changed, width));
        }
        lines.add(AttributedString.EMPTY);
        String told = unsaved ? "* changed, for this run only until s saves it" : "as in config.yaml";
        lines.add(new Line().add(told, look.theme().faint()).build());
        lines.add(new Line()
                .add("keys are chosen in config.yaml, under keys:", look.theme().faint())
                .build());
        String hint = look.glyphs().arrows() + " Enter change  s save  Esc close";
        return new Box(look, "settings", hint, width).over(below, lines, size);
    }

    private AttributedString line(SettingsOverlay settings, Setting setting, boolean changed, int width) {
        Theme theme = look.theme();
        boolean selected = setting == settings.selected();
        AttributedStyle style = selected ? theme.selected() : theme.plain();
        String value =
                Text.foreign(setting.value(settings.chosen()), look.glyphs().ascii());
        Line line = new Line()
                .add(selected ? look.glyphs().selected() : " ", theme.accent())
                .add(changed ? "*" : " ", selected ? style : theme.fresh())
                .padTo(LABEL, style)
                .add(setting.label(), style)
                .padTo(VALUE, style)
                .add(Text.cut(value, width - VALUE, look.glyphs().ellipsis()), selected ? style : theme.strong());
        return line.padTo(selected ? width : 0, style).build();
    }
}
