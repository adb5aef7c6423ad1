package dev.netwatch.tui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.sample.Coverage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListCommandTest {
    @TempDir
    Path folder = Path.of("");

    private TestProgram program = new TestProgram(folder);

    @BeforeEach
    void program() {
        program = new TestProgram(folder);
        program.names.teach(
                Sockets.PEER,
                new RemoteName(
                        new Answer.Found("mirror.example", "ptr", Instant.parse("2026-01-02T03:04:00.5Z")),
                        new Answer.Absent()));
        program.names.nameOf(Sockets.PEER);
        program.names.settle();
    }

    @Test
    void oneConnectionWithEverythingKnown() {
        program.source.put(Sockets.curl());
        assertEquals(0, program.run("list", "--json", "--arguments"), program.err());
        assertEquals(
                "{\"schema\":\"netwatch.connection.v1\",\"time\":\"2026-01-02T03:04:05.000Z\",\"id\":\"boot-1-2a\","
                        + "\"protocol\":\"tcp\",\"state\":\"established\",\"direction\":\"outbound\","
                        + "\"local\":{\"address\":\"192.0.2.7\",\"port\":50122},"
                        + "\"remote\":{\"address\":\"198.51.100.80\",\"port\":443},"
                        + "\"process\":{\"pid\":4711,\"startedAt\":\"2026-01-02T03:00:00.000Z\",\"name\":\"curl\","
                        + "\"executable\":\"/usr/bin/curl\",\"arguments\":[\"curl\",\"--user\",\"ada:secret\"],"
                        + "\"parentPid\":1},\"uid\":1000,\"user\":\"ada\",\"attribution\":\"owner\","
                        + "\"bytes\":{\"received\":41000,\"sent\":1200,\"quality\":\"estimated\"},"
                        + "\"rttMicros\":11000,\"retransmits\":2,\"openedAt\":null,\"closedAt\":null,"
                        + "\"name\":\"mirror.example\",\"names\":[{\"name\":\"mirror.example\",\"evidence\":\"ptr\","
                        + "\"at\":\"2026-01-02T03:04:00.500Z\"}],\"organisation\":null,"
                        + "\"netns\":\"4026531833\",\"container\":\"web-1\",\"containerId\":\""
                        + "0123456789abcdef".repeat(4)
                        + "\",\"engine\":\"docker\",\"pod\":null,\"unit\":\"docker.service\",\"interface\":\"eth0\","
                        + "\"familiarity\":\"new\",\"timesSeen\":1,\"outcome\":\"established\"}\n",
                program.out());
        assertEquals("", program.err());
    }

    @Test
    void whatIsNotKnownIsNullAndNeverZero() {
        program.source.put(Sockets.unknown());
        assertEquals(0, program.run("list", "--json", "--listening"), program.err());
        assertEquals(
                "{\"schema\":\"netwatch.connection.v1\",\"time\":\"2026-01-02T03:04:05.000Z\",\"id\":\"boot-1-2b\","
                        + "\"protocol\":\"udp\",\"state\":\"open\",\"direction\":\"listening\","
                        + "\"local\":{\"address\":\"fe80::1%eth0\",\"port\":5353},\"remote\":null,"
                        + "\"process\":null,\"uid\":0,\"user\":\"root\",\"attribution\":\"no-permission\","
                        + "\"bytes\":{\"received\":null,\"sent\":null,\"quality\":\"unavailable\"},"
                        + "\"rttMicros\":null,\"retransmits\":null,\"openedAt\":null,\"closedAt\":null,"
                        + "\"name\":null,\"names\":null,\"organisation\":null,"
                        + "\"netns\":null,\"container\":null,\"containerId\":null,\"engine\":null,\"pod\":null,"
                        + "\"unit\":null,\"interface\":null,"
                        + "\"familiarity\":null,\"timesSeen\":null,\"outcome\":null}\n",
                program.out());
    }

    @Test
    void argumentsAreToldOnRequestOnly() {
        program.source.put(Sockets.curl());
        program.run("list", "--json");
        assertTrue(program.out().contains("\"arguments\":null"), program.out());
        program.run("list");
        assertFalse(program.out().contains("secret"), program.out());
    }

    @Test
    void foreignTextDrivesNoTerminal() {
        program.source.put(Sockets.loopback());
        program.run("list", "--loopback", "--json");
        assertTrue(program.out().contains("\"evil\\u001B[2Jname\\n\\u202E\""), program.out());
        program.run("list", "--loopback");
        assertTrue(program.lines().get(1).startsWith("evil[2Jname "), program.out());
        assertEquals(2, program.lines().size());
    }

    @Test
    void theTableIsAligned() {
        program.source.put(Sockets.curl()).put(Sockets.unknown());
        assertEquals(0, program.run("list", "--all"));
        assertEquals("""
                PROCESS           PID  STATUS  PROTO  DIRECTION  STATE        LOCAL                REMOTE              ORGANISATION  RECEIVED    SENT  CONTAINER
                curl             4711  NEW     tcp    outbound   established  192.0.2.7:50122      mirror.example:443                ~40.0 KB  1.2 KB  web-1
                (no permission)     –          udp    listening  open         [fe80::1%eth0]:5353  *                                        –       –
                """, program.out());
    }

    @Test
    void onATerminalTheTableFitsAndKeepsWhatMattersMost() {
        program.source.put(Sockets.curl());
        program.terminal = true;
        program.columns = 50;
        assertEquals(0, program.run("list"));
        assertEquals(
                List.of(
                                "PROCESS  STATUS  REMOTE              RECEIVED    SENT",
                                "curl     NEW     mirror.example:443  ~40.0 KB  1.2 KB")
                        .stream()
                        .map(line -> line.replace("STATUS  ", "").replace("NEW     ", ""))
                        .toList(),
                program.lines());
        program.lines().forEach(line -> assertTrue(line.length() <= 50, line));
    }

    @Test
    void asciiAndAForeignCharsetTakeOtherMarks() {
        program.source.put(Sockets.unknown());
        program.run("list", "--all", "--ascii");
        assertTrue(program.out().contains(" - "), program.out());
        program.charset = StandardCharsets.US_ASCII;
        program.run("list", "--all");
        assertFalse(program.out().contains("?"), program.out());
    }

    @Test
    void loopbackListeningAndExcludedOnesAreHiddenUnlessAskedFor() {
        program.source.put(Sockets.curl()).put(Sockets.unknown()).put(Sockets.loopback());
        assertEquals(1, count());
        assertEquals(2, count("--listening"));
        assertEquals(2, count("--loopback"));
        program.exclusions.add(new Exclusion("curl", program.clock.now()));
        assertEquals(0, count());
        assertEquals(3, count("--all"));
    }

    private long count(String... options) {
        List<String> arguments = new java.util.ArrayList<>(List.of("list", "--json"));
        arguments.addAll(List.of(options));
        assertEquals(0, program.run(arguments.toArray(String[]::new)), program.err());
        return program.lines().size();
    }

    @Test
    void anInterfaceNarrowsTheList() {
        program.source.put(Sockets.curl()).put(Sockets.loopback());
        assertEquals(0, program.run("lo", "list", "--json", "--all"));
        assertEquals(1, program.lines().size());
        assertTrue(program.out().contains("127.0.0.1"));
        assertEquals(0, program.run("eth0"), "no terminal: the list");
        assertTrue(program.out().contains("curl"), program.out());
    }

    @Test
    void aPeerOfAnEarlierRunIsSeenTwiceAndALateNameChangesNothing() {
        TestProgram earlier = new TestProgram(folder);
        earlier.source.put(Sockets.curl());
        earlier.run("list", "--json", "--no-dns");
        assertTrue(earlier.out().contains("\"name\":null,\"names\":null"), earlier.out());
        assertTrue(earlier.out().contains("\"familiarity\":\"new\",\"timesSeen\":1"), earlier.out());
        program.past = earlier.past;
        program.source.put(Sockets.curl());
        program.run("list", "--json");
        assertTrue(program.out().contains("\"name\":\"mirror.example\""), program.out());
        assertTrue(program.out().contains("\"familiarity\":\"seen\",\"timesSeen\":2"), program.out());
    }

    @Test
    void aDegradedSourceIsToldOnStandardError() {
        Notice reason = Notice.warning("owners", "Owners of 4 sockets need root.");
        program.source.cover(new Coverage(Coverage.Level.PARTIAL, List.of(reason), 0));
        assertEquals(0, program.run("list", "--json"));
        assertEquals("", program.out());
        assertEquals("netwatch: Owners of 4 sockets need root.\n", program.err());
    }

    @Test
    void aSourceThatFailsEndsWithOneSentence() {
        program.source.fail(Notice.error("broken", "The socket table cannot be read."));
        assertEquals(1, program.run("list"));
        assertEquals(
                "netwatch: no source of connections works here: The socket table cannot be read.\n", program.err());
    }
}
