package dev.netwatch.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launchers of the systems say the same; {@code .ci/cmd-test} runs that of Windows where there is a Wine. */
class LauncherTest {
    private static final Path FOLDER = Path.of("src/launcher");

    private static String read(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name), StandardCharsets.US_ASCII);
    }

    private static String value(String script, String pattern) {
        Matcher found = Pattern.compile(pattern, Pattern.MULTILINE).matcher(script);
        assertTrue(found.find(), pattern);
        return found.group(1);
    }

    @ParameterizedTest
    @CsvSource({"^FLAGS='(.*)'$, flags", "^QUIET='(.*)'$, quiet"})
    void theJvmGetsTheSameFlagsOnEverySystem(String inShell, String inBatch) throws IOException {
        assertEquals(
                value(read("netwatch"), inShell),
                value(read("netwatch.cmd").replace("\r", ""), "^set \"" + inBatch + "=(.*)\"$"));
    }

    @Test
    void theArgumentsComeLastAndTheUsersOptionsAfterOurs() throws IOException {
        List<String> lines = read("netwatch.cmd").lines().toList();
        int run = lines.indexOf(
                "\"%java%\" %flags% %quiet% %archive% %NETWATCH_JAVA_OPTS% -jar \"%here%lib\\netwatch-tui.jar\" %*");
        assertTrue(run > 0);
        assertEquals("exit /b %ERRORLEVEL%", lines.get(run + 1));
    }

    /** With line feeds alone, cmd.exe does not find every label. */
    @ParameterizedTest
    @ValueSource(strings = {"netwatch.cmd", "make-archive.cmd"})
    void linesEndAsCmdWantsThem(String name) throws IOException {
        String script = read(name);
        assertEquals(script.split("\n", -1).length, script.split("\r\n", -1).length);
        assertTrue(script.endsWith("\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"netwatch.cmd", "make-archive.cmd"})
    void everyLabelThatIsGoneToIsThere(String name) throws IOException {
        List<String> lines = read(name).lines().toList();
        Stream<String> wanted = lines.stream()
                .map(Pattern.compile("goto (\\w+)")::matcher)
                .filter(Matcher::find)
                .map(found -> ":" + found.group(1));
        assertEquals(List.of(), wanted.filter(label -> !lines.contains(label)).toList());
    }

    /** An exclamation mark among the arguments would be lost with delayed expansion. */
    @Test
    void argumentsAreNotExpandedASecondTime() throws IOException {
        assertTrue(read("netwatch.cmd").contains("setlocal EnableExtensions DisableDelayedExpansion"));
    }
}
