package dev.netwatch.tui.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.state.Effect;
import dev.netwatch.tui.state.FilterLine;
import dev.netwatch.tui.state.Frame;
import dev.netwatch.tui.state.Overlay;
import dev.netwatch.tui.state.Pressed;
import dev.netwatch.tui.state.TableOptions;
import dev.netwatch.tui.state.UiState;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterBarTest {
    private final FakeClock clock = new FakeClock();
    private final Snapshot snapshot = Scenes.sampled(clock, 3);

    /** The screen after these keys. */
    private List<AttributedString> drawn(Look look, Size size, String... keys) {
        UiState state =
                UiState.initial(TableOptions.DEFAULT).opened(FilterLine.on(TableOptions.DEFAULT.filter(), List.of()));
        for (String key : keys) {
            Scene scene = Scenes.scene(snapshot, state, clock);
            Frame frame = new Frame(state.options(), scene.listing().result().rows(), 0, 10);
            Overlay line = state.top().orElseThrow();
            Pressed pressed = line.press(key, frame);
            state = state.replaced(0, pressed.overlay());
            for (Effect effect : pressed.effects()) {
                state = effect instanceof Effect.Show show ? state.with(show.options()) : state;
            }
        }
        return Scenes.draw(look, Scenes.scene(snapshot, state, clock), state, size);
    }

    @ParameterizedTest
    @CsvSource({"60,15", "80,24", "120,30"})
    void looksAsItDidAt(int columns, int rows) {
        Size size = new Size(columns, rows);
        Golden.check("filter-" + size, drawn(Scenes.COLOR, size, pasted("process:f or org:(")));
        Golden.check("filter-offer-" + size, drawn(Scenes.COLOR, size, "r", "\t", "\t"));
    }

    @Test
    void looksAsItDidOnceKept() {
        Golden.check(
                "filter-kept-80x24", drawn(Scenes.COLOR, new Size(80, 24), pasted("process:curl or port:443"), "\r"));
        Golden.check("filter-ascii-60x15", drawn(Scenes.ASCII, new Size(60, 15), pasted("process:日本 (")));
    }

    @Test
    void ofALongLineThePartAroundTheCursorIsShown() {
        String text = text(drawn(Scenes.COLOR, new Size(60, 15), pasted("x ".repeat(100) + "end")));
        assertTrue(text.contains("x end"), text);
        text = text(drawn(Scenes.COLOR, new Size(60, 15), pasted("begin" + " 漢".repeat(100)), "\001"));
        assertTrue(text.contains("/ begin 漢"), text);
    }

    @Test
    void noLineIsWiderThanTheScreen() {
        Size size = new Size(60, 15);
        for (String typed :
                List.of("漢字".repeat(60), "a".repeat(400) + "(", "(".repeat(20), "e\u0301".repeat(90), "process:")) {
            for (int left = 0; left < 60; left += 7) {
                String[] keys = new String[left + 1];
                java.util.Arrays.fill(keys, "\033[D");
                keys[0] = pasted(typed);
                drawn(Scenes.COLOR, size, keys).forEach(line -> assertTrue(line.columnLength() <= 60, line.toString()));
            }
        }
    }

    private static String pasted(String text) {
        return "\033[200~" + text + "\033[201~";
    }

    private static String text(List<AttributedString> screen) {
        return Golden.text(screen);
    }

    @Test
    void theMarkStandsUnderTheMistake() {
        List<AttributedString> screen = drawn(Scenes.COLOR, new Size(120, 30), pasted("漢 e\u0301 foo:x"));
        int at = 0;
        while (!screen.get(at).toString().startsWith(" / ")) {
            at++;
        }
        String input = screen.get(at).toString();
        String marks = screen.get(at + 1).toString();
        int column = Text.width(input.substring(0, input.indexOf("foo")));
        assertEquals(column, marks.indexOf('^'), input + "\n" + marks);
    }
}
