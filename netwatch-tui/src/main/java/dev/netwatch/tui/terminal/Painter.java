package dev.netwatch.tui.terminal;

import dev.netwatch.tui.screen.Size;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.Display;

/*
 * Sends what changed. Every line but the last ends in a line feed: without it, JLine's Display leaves wrapping to the
 * terminal, and one glyph whose width the two see differently shifts all lines below.
 */
final class Painter {
    /** Synchronized output: the terminal shows the frame when it is whole. */
    private static final String FRAME_BEGINS = "\033[?2026h";

    private static final String FRAME_ENDS = "\033[?2026l";

    private final TerminalSession session;
    private final Terminal terminal;
    private final Display display;
    private List<AttributedString> shown = List.of();
    private Size size = new Size(0, 0);
    private Size measured = new Size(0, 0);

    Painter(TerminalSession session) {
        this.session = session;
        this.terminal = session.terminal();
        this.display = new Display(terminal, true);
    }

    /** The terminal's size now; its last one when it has been given back. */
    Size size() {
        session.whileOpen(() -> {
            org.jline.terminal.Size now = terminal.getSize();
            measured = new Size(now.getColumns(), now.getRows());
        });
        return measured;
    }

    /** Draws everything anew next time. */
    void forget() {
        size = new Size(0, 0);
    }

    /** @param lines as many as the terminal has, none wider */
    void paint(List<AttributedString> lines, Size now) {
        boolean resized = session.wasResumed() || !now.equals(size);
        if (resized || !lines.equals(shown)) {
            session.whileOpen(() -> send(lines, now, resized));
            shown = lines;
            size = now;
        }
    }

    private void send(List<AttributedString> lines, Size now, boolean resized) {
        if (session.takesPrivateModes()) {
            terminal.writer().write(FRAME_BEGINS);
        }
        if (resized) {
            display.resize(now.rows(), now.columns());
            display.clear();
        }
        display.update(ended(lines), -1, false);
        if (session.takesPrivateModes()) {
            terminal.writer().write(FRAME_ENDS);
        }
        terminal.flush();
    }

    private static List<AttributedString> ended(List<AttributedString> lines) {
        List<AttributedString> ended = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            AttributedString line = lines.get(i);
            ended.add(
                    i == lines.size() - 1
                            ? line
                            : new AttributedStringBuilder(line.length() + 1)
                                    .append(line)
                                    .append("\n")
                                    .toAttributedString());
        }
        return ended;
    }
}
