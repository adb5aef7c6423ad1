package dev.netwatch.tui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.query.FilterCompletion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/* What the scripts do in real shells is proven by .ci/completion-test. */
class ShellFileTest {
    @Command(name = "netwatch", description = "Shows. And more.", mixinStandardHelpOptions = true)
    private static final class Program {
        @Option(names = "--place", paramLabel = "DIR", description = "It's [a] \\ place: here.")
        String place = "";

        @Option(names = "--secret", hidden = true)
        boolean secret;
    }

    @Command(name = "find", description = "Finds.")
    private static final class Find {
        @Option(
                names = {"-n", "--number"},
                paramLabel = "NUMBER",
                description = "So many.")
        int number;

        @Parameters(
                paramLabel = "FILTER",
                arity = "0..*",
                completionCandidates = FilterWords.OfConnections.class,
                description = "A filter.")
        List<String> words = new ArrayList<>();
    }

    @Command(name = "hide", hidden = true, description = "Nobody knows of it.")
    private static final class Hide {}

    @Command(name = "other", description = "Finds otherwise.")
    private static final class Other {
        @Option(
                names = {"-n", "--number"},
                paramLabel = "FILE")
        String number = "";
    }

    private static String text(ShellFile file, Object... commands) {
        CommandLine line = new CommandLine(new Program());
        for (Object command : commands) {
            line.addSubcommand(command);
        }
        return file.text(line.getCommandSpec(), "1.2-SNAPSHOT");
    }

    @ParameterizedTest
    @EnumSource
    void everyCommandAndOptionIsInEveryFileButHiddenOnes(ShellFile file) {
        String text = text(file, new Find(), new Hide()).replace("\\-", "-");
        for (String word : List.of("find", "place", "number", "help", "state")) {
            assertTrue(text.contains(word), word + " is missing in " + text);
        }
        assertFalse(text.contains("hide"), text);
        assertFalse(text.contains("secret"), text);
        assertFalse(text.matches("(?s).*@[A-Z_]+@.*"), "a place holder is left: " + text);
        assertTrue(text.chars().allMatch(unit -> unit == '\n' || unit >= ' ' && unit < 0x7f), "not ASCII: " + text);
    }

    @Test
    void quotationMarksInDescriptionsDoNoHarm() {
        assertTrue(text(ShellFile.ZSH).contains("'--place=[It'\\''s \\[a\\] \\\\ place\\: here.]:DIR:_files -/'"));
        assertTrue(text(ShellFile.FISH).contains("-d 'It\\'s [a] \\\\ place: here.'"));
        assertTrue(text(ShellFile.MAN).contains("It\\(aqs [a] \\e place: here."), text(ShellFile.MAN));
    }

    @Test
    void oneOptionCannotTakeDifferentValuesInTwoCommands() {
        assertThrows(IllegalStateException.class, () -> text(ShellFile.BASH, new Find(), new Other()));
    }

    @Test
    void theManualPageHasVersionAndNoDate() {
        assertTrue(text(ShellFile.MAN)
                .startsWith(".TH \"NETWATCH\" \"1\" \"\" \"netwatch 1.2\\-SNAPSHOT\" \"User Commands\"\n"));
    }

    @Test
    void aLineThatBeginsLikeAMacroIsText() {
        assertEquals("\\&.netrc\n", new Roff().line(".netrc").toString());
        assertEquals("\\[u2013]\\(ti", Roff.escaped("\u2013~"));
    }

    @Test
    void theShellOffersTheFieldsAndWordsTheFilterLanguageHas() {
        List<String> known = FilterCompletion.suggest("", 0).words();
        List<String> offered = new ArrayList<>();
        new FilterWords.OfConnections().forEach(word -> offered.add(word.replaceFirst(":.*", ":")));
        List<String> wanted = known.stream()
                .filter(word -> !word.equals("or") && !word.startsWith("rate"))
                .sorted()
                .toList();
        assertEquals(wanted, offered.stream().distinct().sorted().toList());
    }

    @Test
    void theHistoryIsOfferedOnlyWhatItKeeps() {
        List<String> offered = new ArrayList<>();
        new FilterWords.OfHistory().forEach(offered::add);
        assertEquals(
                List.of("process:", "host:", "remote:", "port:", "proto:tcp", "proto:udp", "org:", "new", "seen"),
                offered);
    }
}
