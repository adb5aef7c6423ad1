package dev.netwatch.tui.clipboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClipboardTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Linux, WAYLAND_DISPLAY, wl-copy xclip, wl-copy",
        "Linux, WAYLAND_DISPLAY, xclip, xclip",
        "Linux, DISPLAY, wl-copy xclip, xclip",
        "Linux, DISPLAY, xsel, xsel",
        "Linux, DISPLAY, '', ''",
        "Linux, NOTHING, wl-copy xclip pbcopy, ''",
        "Linux, TMUX, tmux, tmux",
        "Linux, WSL_DISTRO_NAME, clip.exe, clip.exe",
        "Mac OS X, NOTHING, pbcopy, pbcopy",
        "Windows 11, NOTHING, clip.exe, clip.exe",
        "Linux, SSH_CONNECTION, xclip wl-copy pbcopy, ''",
        "Mac OS X, SSH_TTY, pbcopy, ''"
    })
    void theProgramThatFitsTheSession(String system, String set, String there, String chosen) {
        List<String> programs = List.of(there.split(" "));
        Optional<CopyTool> tool = CopyTool.choose(Map.of(set, "x"), system, programs::contains);
        assertEquals(chosen, tool.map(CopyTool::name).orElse(""));
    }

    @Test
    void overSshOnlyTmuxKnowsWhereTheUserSits() {
        Map<String, String> environment = Map.of("SSH_TTY", "x", "DISPLAY", ":0", "TMUX", "x");
        assertEquals(
                "tmux",
                CopyTool.choose(environment, "Linux", name -> true)
                        .orElseThrow()
                        .name());
    }

    @Test
    void aSequenceHoldsNothingThatEndsIt() {
        assertEquals("\033]52;c;YQcbW10bXFw=\007", Osc52.sequence("a\007\033[]\033\\\\".substring(0, 8)));
        assertTrue(Osc52.sequence("x".repeat(1_000_000)).length() < 100_000);
    }

    private CopyTool script(String lines) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
        Path script = Files.writeString(folder.resolve("copy"), "#!/bin/sh\n" + lines + "\n");
        assertTrue(script.toFile().setExecutable(true));
        assertTrue(Programs.isOn("/nowhere:" + folder, "copy"));
        return new CopyTool(List.of(script.toString()));
    }

    @Test
    void theProgramIsGivenTheText() throws IOException {
        assertTrue(Programs.copy(script("cat > '" + folder + "/copied'"), "日本 text"));
        assertEquals("日本 text", Files.readString(folder.resolve("copied")));
    }

    @Test
    void aProgramThatFailsHangsOrIsNotThereDoesNoHarm() throws IOException {
        assertFalse(Programs.copy(script("exit 3"), "x"));
        assertFalse(Programs.copy(script("cat > /dev/null; exec tail -f /dev/null"), "x"));
        assertFalse(Programs.copy(new CopyTool(List.of(folder + "/not-there")), "x"));
        assertFalse(Programs.isOn(folder.toString(), "not-there"));
        assertFalse(Programs.isOn("", "sh"));
    }
}
