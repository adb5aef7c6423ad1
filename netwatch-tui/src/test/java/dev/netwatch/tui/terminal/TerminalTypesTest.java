package dev.netwatch.tui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jline.utils.InfoCmp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTypesTest {
    @ParameterizedTest
    @CsvSource({
        "xterm,xterm",
        "xterm-256color,xterm-256color",
        "xterm-kitty,xterm-256color",
        "xterm-ghostty,xterm-256color",
        "alacritty,xterm-256color",
        "foot-extra,xterm-256color",
        "tmux-256color,screen-256color",
        "screen.xterm-256color,screen-256color",
        "tmux,screen"
    })
    void commonTypesAreCalledByANameThatJLineKnowsByHeart(String type, String known) {
        assertEquals(known, TerminalTypes.known(type));
        assertNotNull(InfoCmp.getDefaultInfoCmp(known), known);
    }

    @ParameterizedTest
    @CsvSource({"linux", "vt100", "rxvt-unicode-256color"})
    void othersKeepTheirName(String type) {
        assertEquals(type, TerminalTypes.known(type));
        assertTrue(!TerminalTypes.isDumb(type));
    }
}
