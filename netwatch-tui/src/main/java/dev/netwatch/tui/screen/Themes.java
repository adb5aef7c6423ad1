package dev.netwatch.tui.screen;

import dev.netwatch.tui.state.ThemeName;
import org.jline.utils.AttributedStyle;

/** Makes a {@link Theme} of its name for a terminal of so many colours. */
public final class Themes {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

    private Themes() {}

    public static Theme of(ThemeName name, ColorDepth depth) {
        if (depth == ColorDepth.NONE || name == ThemeName.MONO) {
            return Theme.MONO;
        }
        return name == ThemeName.TERMINAL ? Theme.COLOR : of(Inks.of(name), depth, name == ThemeName.HIGH_CONTRAST);
    }

    private static Theme of(Inks inks, ColorDepth depth, boolean bold) {
        AttributedStyle quiet =
                depth == ColorDepth.EIGHT ? PLAIN.faint() : inks.quiet().on(PLAIN, depth);
        AttributedStyle accent = inks.accent().on(bold ? PLAIN.bold() : PLAIN, depth);
        AttributedStyle chosen = inks.chosen().under(onPaper(inks.chosen(), depth), depth);
        return new Theme(
                PLAIN,
                PLAIN.bold(),
                quiet,
                accent,
                inks.fresh().on(PLAIN, depth),
                inks.alarm().on(PLAIN.bold(), depth),
                inks.received().on(PLAIN, depth),
                inks.sent().on(PLAIN, depth),
                quiet.underline(),
                accent.bold().underline(),
                chosen,
                chosen.bold());
    }

    /** Black or white, whichever is better to be read on it; of eight colours the one that is reversed. */
    private static AttributedStyle onPaper(Ink paper, ColorDepth depth) {
        if (depth == ColorDepth.EIGHT) {
            return paper.on(PLAIN, depth);
        }
        boolean light = Contrast.of(paper.rgb(), 0) > Contrast.of(paper.rgb(), 0xffffff);
        return new Ink(light ? 0 : 0xffffff, -1).on(PLAIN, depth);
    }
}
