package dev.netwatch.tui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.sample.SocketSample;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterCommandTest {
    @TempDir
    Path folder = Path.of("");

    private TestProgram program = new TestProgram(folder);

    @BeforeEach
    void program() {
        program = new TestProgram(folder);
        program.names.teach(
                Sockets.PEER,
                new RemoteName(new Answer.Found("mirror.example", "ptr", Instant.EPOCH), new Answer.Absent()));
        program.source.put(Sockets.curl()).put(Sockets.unknown()).put(Sockets.loopback());
    }

    private int found(String command, String... words) {
        String[] line =
                Stream.concat(Stream.of(command, "--json"), Stream.of(words)).toArray(String[]::new);
        assertEquals(0, program.run(line), program.err());
        return program.lines().size();
    }

    @Test
    void aListHoldsWhatTheFilterFinds() {
        assertEquals(1, found("list", "process:curl", "port:443"));
        assertEquals(0, found("list", "process:curl", "!port:443"));
        assertEquals(1, found("list", "interface:eth0"));
        assertEquals(0, found("list", "new"), "an earlier list has seen it");
        assertEquals(1, found("list", "seen"), "what was learned after the sample counts");
        assertEquals(3, found("list", "--all"));
        assertEquals(1, found("list", "(proto:udp or pid:7)", "--listening"));
    }

    @Test
    void whatAFilterNamesIsNotHidden() {
        assertEquals(0, found("list", "5353 or port:5353"));
        assertEquals(1, found("list", "listening"));
        assertEquals(1, found("list", "state:open"));
        assertEquals(1, found("list", "127.0.0.1"));
    }

    @Test
    void aNameThatComesAfterTheSampleIsFound() {
        program.names.nameOf(Sockets.PEER);
        program.names.settle();
        assertEquals(1, found("list", "host:mirror"));
        assertEquals(0, found("list", "host:198"));
    }

    @Test
    void aStreamBeginsWhenTheFilterFinds() {
        SocketSample grown = Sockets.curl().withCounters(ByteCounters.exact(2_000_000, 0));
        program.betweenTicks = () -> program.source.put(grown);
        assertEquals(0, program.run("stream", ">1MB", "--json", "--duration", "3s"), program.err());
        assertEquals(2, program.lines().size(), program.out());
        assertTrue(program.lines().get(0).contains("\"event\":\"opened\""));
        assertTrue(program.lines().get(0).contains("\"received\":2000000"));
    }

    @Test
    void theHistoryIsFilteredAndThenLimited() {
        program.run("list", "--all");
        assertEquals(2, found("history"));
        assertEquals(1, found("history", "process:curl", "port:443"));
        assertEquals(1, found("history", "198.51.100.0/24", "--limit", "1"));
        assertEquals(1, found("history", "!198.51.100.0/24", "--limit", "1"));
        assertEquals(1, found("history", ">1k"));
        assertEquals(0, found("history", "org:example"));
        assertEquals(2, program.run("history", "curl", "pid:1"));
        assertEquals(
                List.of("  curl pid:1", "       ^^^"),
                program.err().lines().skip(1).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    list   | a procces:b  | there is no field 'procces'; did you mean process: or text  | 2 | 7
                    stream | (a           | this parenthesis is not closed                       | 0 | 1
                    list   | a >1x        | this is no size                                      | 3 | 2
                    list   | \u65e5 \u65e5 )    | this parenthesis was never opened                    | 6 | 1
                    list   | "\u001b\u202e" )      | this parenthesis was never opened                    | 5 | 1
                    """)
    void aMistakeIsASentenceTheFilterAndAMark(String command, String filter, String sentence, int before, int length) {
        assertEquals(2, program.run(command, filter));
        assertEquals("", program.out());
        List<String> lines = program.err().lines().toList();
        assertEquals(3, lines.size(), program.err());
        assertTrue(lines.get(0).startsWith("netwatch: "), program.err());
        assertTrue(lines.get(0).contains(sentence), program.err());
        assertEquals("  " + filter.replaceAll("[\u001b\u202e]", "?"), lines.get(1));
        assertEquals("  " + " ".repeat(before) + "^".repeat(length), lines.get(2));
        assertTrue(program.configs.isEmpty(), "nothing is opened for a filter that cannot be read");
    }
}
