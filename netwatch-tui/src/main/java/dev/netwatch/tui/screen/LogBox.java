package dev.netwatch.tui.screen;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.tui.state.LogOverlay;
import dev.netwatch.tui.state.NoticeLog;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/* What the user was told, with times, the latest first, in a frame over nearly the whole screen. */
final class LogBox {
    private static final int TIME = 10;

    private final Look look;
    private final ZoneId zone;

    LogBox(Look look, ZoneId zone) {
        this.look = look;
        this.zone = zone;
    }

    List<AttributedString> over(List<AttributedString> below, LogOverlay overlay, Size size) {
        int width = width(size);
        List<AttributedString> all = lines(overlay.log(), width);
        int top = Math.min(overlay.top(), overflow(overlay, size));
        List<AttributedString> shown = all.subList(top, Math.min(all.size(), top + height(size)));
        String more = all.size() > shown.size() ? look.glyphs().arrows() + " scroll  Esc close" : "Esc close";
        return new Box(look, "log", more, width).over(below, shown, size);
    }

    /** How many lines do not fit. */
    int overflow(LogOverlay overlay, Size size) {
        return Math.max(0, lines(overlay.log(), width(size)).size() - height(size));
    }

    private static int width(Size size) {
        return Math.max(20, Math.min(110, size.columns() - Box.FRAME.columns() - 2));
    }

    private static int height(Size size) {
        return Math.max(1, size.rows() - Box.FRAME.rows() - 2);
    }

    private List<AttributedString> lines(NoticeLog log, int width) {
        List<AttributedString> lines = new ArrayList<>();
        for (int i = log.entries().size() - 1; i >= 0; i--) {
            add(lines, log.entries().get(i), width);
        }
        if (lines.isEmpty()) {
            lines.add(new Line()
                    .add("nothing to tell so far", look.theme().plain())
                    .build());
        }
        return lines;
    }

    private void add(List<AttributedString> lines, NoticeLog.Entry entry, int width) {
        Theme theme = look.theme();
        String sentence = Text.foreign(entry.notice().sentence(), look.glyphs().ascii());
        String ended = entry.until()
                .map(until -> " (until " + TimeFormat.clock(until, zone) + ")")
                .orElse("");
        String mark = entry.notice().severity() == Notice.Severity.INFO ? "" : "! ";
        AttributedStyle style =
                entry.until().isPresent() ? theme.faint() : style(entry.notice().severity());
        List<String> words = Wrapped.lines(mark + sentence + ended, width - TIME);
        for (int i = 0; i < words.size(); i++) {
            String time = i == 0 ? TimeFormat.clock(entry.since(), zone) : "";
            lines.add(new Line()
                    .add(time, theme.accent())
                    .padTo(TIME, theme.plain())
                    .add(words.get(i), style)
                    .build());
        }
    }

    private AttributedStyle style(Notice.Severity severity) {
        return switch (severity) {
            case ERROR -> look.theme().alarm();
            case WARNING -> look.theme().strong();
            case INFO -> look.theme().plain();
        };
    }
}
