package dev.netwatch.tui.screen;

import dev.netwatch.tui.state.DetailOverlay;
import dev.netwatch.tui.state.FilterLine;
import dev.netwatch.tui.state.HelpOverlay;
import dev.netwatch.tui.state.LogOverlay;
import dev.netwatch.tui.state.Overlay;
import dev.netwatch.tui.state.Picker;
import dev.netwatch.tui.state.Question;
import dev.netwatch.tui.state.SettingsOverlay;
import dev.netwatch.tui.state.UiState;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;

/* Draws what lies over the table, from the outermost to the innermost. */
final class Overlays {
    private final Look look;

    Overlays(Look look) {
        this.look = look;
    }

    /** @param below as many lines as the terminal has. @return as many, with what lies over them */
    List<AttributedString> over(List<AttributedString> below, Scene scene, UiState state, Size size) {
        List<AttributedString> lines = below;
        for (Overlay overlay : state.overlays()) {
            lines = overlay instanceof HelpOverlay help
                    ? help(state).over(lines, help, size)
                    : over(lines, overlay, scene, size);
        }
        return lines;
    }

    /** How many lines of the innermost one do not fit. */
    int overflow(Scene scene, UiState state, Size size) {
        Optional<Overlay> top = state.top();
        if (top.isPresent() && top.get() instanceof DetailOverlay) {
            return new DetailPane(look, scene, Geometry.of(size, state)).overflow(Screen.selected(scene, state));
        }
        if (top.isPresent() && top.get() instanceof LogOverlay log) {
            return new LogBox(look, scene.watch().zone()).overflow(log, size);
        }
        if (top.isPresent() && top.get() instanceof HelpOverlay) {
            return help(state).overflow(size);
        }
        return 0;
    }

    /** Of what lies below it. */
    private Help help(UiState state) {
        int height = state.overlays().size() - 2;
        return new Help(
                look,
                height < 0 ? Optional.empty() : Optional.of(state.overlays().get(height)));
    }

    private List<AttributedString> over(List<AttributedString> below, Overlay overlay, Scene scene, Size size) {
        if (overlay instanceof FilterLine line) {
            return new FilterBar(look).over(below, line, scene, size);
        }
        if (overlay instanceof Picker picker) {
            return new PickerBox(look).over(below, picker, size);
        }
        if (overlay instanceof SettingsOverlay settings) {
            return new SettingsBox(look).over(below, settings, size);
        }
        if (overlay instanceof LogOverlay log) {
            return new LogBox(look, scene.watch().zone()).over(below, log, size);
        }
        if (overlay instanceof Question question) {
            return new QuestionBox(look).over(below, question, size);
        }
        if (overlay instanceof DetailOverlay) {
            return below; // it has a place of its own, see DetailPane
        }
        throw new IllegalArgumentException("nobody draws " + overlay);
    }
}
