package dev.netwatch.tui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jline.utils.InfoCmp;
import org.jline.utils.InfoCmp.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTypesTest {
    private record Abilities(Set<Capability> flags, Map<Capability, Integer> numbers, Map<Capability, String> strings) {
        static Abilities of(String infocmp) {
            Abilities abilities = new Abilities(new HashSet<>(), new HashMap<>(), new HashMap<>());
            InfoCmp.parseInfoCmp(infocmp, abilities.flags, abilities.numbers, abilities.strings);
            return abilities;
        }
    }

    /** @param brought the type whose full description JLine has */
    @ParameterizedTest
    @CsvSource({
        "xterm-test,xterm-256color",
        "xterm-kitty,xterm-256color",
        "foot-extra,xterm-256color",
        "screen.test,screen",
        "tmux-256color,screen-256color"
    })
    void whatIsWrittenDownAgreesWithTheFullDescription(String type, String brought) {
        TerminalTypes.preload(type, "");
        Abilities ours = Abilities.of(InfoCmp.getLoadedInfoCmp(type));
        Abilities full = Abilities.of(InfoCmp.getDefaultInfoCmp(brought));
        assertTrue(full.flags.containsAll(ours.flags), () -> ours.flags + " beside " + full.flags);
        assertEquals(
                full.flags.contains(Capability.back_color_erase), ours.flags.contains(Capability.back_color_erase));
        // Some reset the alternate character set too, which is not used here.
        ours.strings.remove(Capability.exit_attribute_mode);
        ours.strings.forEach((ability, sequence) -> assertEquals(full.strings.get(ability), sequence, ability.name()));
        assertEquals(full.numbers.get(Capability.max_colors), ours.numbers.get(Capability.max_colors));
        assertTrue(ours.strings
                .keySet()
                .containsAll(Set.of(
                        Capability.cursor_address,
                        Capability.enter_ca_mode,
                        Capability.exit_ca_mode,
                        Capability.cursor_invisible,
                        Capability.cursor_normal,
                        Capability.keypad_xmit,
                        Capability.keypad_local,
                        Capability.clr_eol)));
    }

    @ParameterizedTest
    @CsvSource({
        "xterm-test2, truecolor, 16777216",
        "tmux-test2, 24bit, 16777216",
        "xterm-direct, '', 16777216",
        "screen-256color, truecolor, 256",
        "xterm-16color, '', 8",
        "alacritty, '', 256"
    })
    void coloursAreAsManyAsTheTerminalSays(String type, String colorTerm, int colors) {
        TerminalTypes.preload(type, colorTerm);
        Abilities ours = Abilities.of(InfoCmp.getLoadedInfoCmp(type));
        assertEquals(colors, ours.numbers.get(Capability.max_colors));
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "vt100", "rxvt-unicode-256color", "xterm-mono"})
    void othersAreLeftToInfocmp(String type) {
        TerminalTypes.preload(type, "");
        assertNull(InfoCmp.getLoadedInfoCmp(type));
        assertFalse(TerminalTypes.isDumb(type));
    }

    @Test
    void theConsoleGetsNoModesThatItMightPrint() {
        assertFalse(TerminalTypes.takesPrivateModes("linux"));
        assertTrue(TerminalTypes.takesPrivateModes("windows-vtp"));
        assertFalse(TerminalTypes.takesPrivateModes("windows"), "an old console, whose sequences JLine translates");
        assertTrue(TerminalTypes.takesPrivateModes("xterm-256color"));
    }

    @Test
    void aConsoleOfWindowsNeedsNoName() {
        assertEquals(TerminalTypes.CONSOLE, TerminalTypes.of(Map.of("OS", "Windows_NT")));
        assertEquals("xterm-256color", TerminalTypes.of(Map.of("OS", "Windows_NT", "TERM", "xterm-256color")));
        assertEquals("", TerminalTypes.of(Map.of()));
        assertFalse(TerminalTypes.isDumb(TerminalTypes.CONSOLE));
    }

    /** The JNI provider of JLine, which is the one used, has a library for each of these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Linux/x86_64/libjlinenative.so",
                "Linux/arm64/libjlinenative.so",
                "Mac/x86_64/libjlinenative.jnilib",
                "Mac/arm64/libjlinenative.jnilib",
                "Windows/x86_64/jlinenative.dll",
                "Windows/arm64/jlinenative.dll",
                "FreeBSD/x86_64/libjlinenative.so"
            })
    void jlineBringsItsNativeLibrary(String library) {
        assertNotNull(InfoCmp.class.getResource("/org/jline/nativ/" + library));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows", "windows-vtp", "windows-conemu"})
    void jlineKnowsWhatAConsoleOfWindowsCanDo(String type) {
        Abilities abilities = Abilities.of(InfoCmp.getDefaultInfoCmp(type));
        assertTrue(abilities.strings.containsKey(Capability.cursor_address));
    }
}
