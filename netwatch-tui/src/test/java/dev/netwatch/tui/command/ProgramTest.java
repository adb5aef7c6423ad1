package dev.netwatch.tui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.tui.config.NetwatchConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {
    @TempDir
    Path folder = Path.of("");

    private TestProgram program = new TestProgram(folder);

    @BeforeEach
    void program() {
        program = new TestProgram(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "list",
                "stream",
                "history",
                "exclusions",
                "exclusions list",
                "exclusions add",
                "record",
                "doctor",
                "completion"
            })
    void helpAndVersionAreEverywhere(String command) {
        String[] words = command.isEmpty() ? new String[0] : command.split(" ");
        assertEquals(0, program.run(with(words, "--help")));
        assertTrue(program.out().startsWith("Usage: netwatch"), program.out());
        assertEquals(0, program.run(with(words, "--version")));
        assertTrue(program.out().matches("netwatch .* \\(Java .*\\)\\R"), program.out());
    }

    private static String[] with(String[] words, String last) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 1);
        all[words.length] = last;
        return all;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lsit                    | netwatch: 'lsit' is neither an interface (lo, eth0) nor a command (list, stream, history, exclusions, record, doctor, completion); did you mean list?
                    eth1 list               | did you mean eth0?
                    list --jsn              | netwatch: there is no option '--jsn'; did you mean --json?; see netwatch list --help
                    list --interval 3       | '3' is no length of time; write 500ms
                    list --source netdig    | did you mean inet-diag?
                    --color=purple          | choose auto, always, never
                    record a b               | 'b' is one word too many
                    history --limit 0       | '0' is no number from 1
                    history --since soon    | 'soon' is no length of time
                    exclusions              | needs a command: list, add, remove or clear
                    exclusions lst          | did you mean list?
                    record                  | 'FILE'
                    """)
    void wrongUsageIsOneSentenceAndTwo(String line, String expected) {
        assertEquals(2, program.run(line.split(" ")), program.err());
        assertTrue(program.err().contains(expected), program.err());
        assertEquals(1, program.err().lines().count(), program.err());
        assertEquals("", program.out());
    }

    @Test
    void optionsStandBeforeAndAfterTheCommand() {
        program.run("--interval", "500ms", "list", "--offline", "--no-history");
        program.run("list", "--interval=500ms", "--no-dns", "--no-whois", "--no-history");
        NetwatchConfig first = program.configs.get(0);
        assertEquals(first, program.configs.get(1));
        assertEquals(Optional.of(Duration.ofMillis(500)), first.interval());
        assertFalse(first.dns() || first.whois() || first.history());
    }

    @Test
    void theCommandLineIsStrongerThanTheFile() throws IOException {
        Files.createDirectories(program.home);
        Files.writeString(program.home.resolve("config.yaml"), "interval: 5s\ndns: false\nexcluded_processes: [a]\n");
        program.run("list", "--interval", "1m");
        NetwatchConfig config = program.configs.get(0);
        assertEquals(Optional.of(Duration.ofMinutes(1)), config.interval());
        assertFalse(config.dns());
        assertEquals(java.util.List.of("a"), config.excludedProcesses());
    }

    @Test
    void aWrongFileIsAnErrorBeforeAnythingElse() throws IOException {
        Files.createDirectories(program.home);
        Files.writeString(program.home.resolve("config.yaml"), "\nintervall: 5s\n");
        program.terminal = true;
        assertEquals(2, program.run());
        assertTrue(program.err().contains("config.yaml, line 2: there is no key 'intervall'"), program.err());
        assertTrue(program.screens.isEmpty());
    }

    @Test
    void aRecordingThatTheFileNamesAndNobodyCanReadIsTheFilesError() throws IOException {
        Files.createDirectories(program.home);
        Path missing = folder.resolve("missing");
        Path file = Files.writeString(program.home.resolve("config.yaml"), "source: replay:" + missing + "\n");
        assertEquals(2, program.run("list"));
        assertEquals(
                "netwatch: " + file + ", source: the recording " + missing
                        + " cannot be read; check its name and rights\n",
                program.err());
        assertEquals(0, program.run("list", "--source", "auto"), program.err());
    }

    @Test
    void onATerminalItIsTheDashboard() {
        program.terminal = true;
        assertEquals(0, program.run());
        assertEquals(0, program.run("lo"));
        assertEquals(0, program.run("--interval", "1s", "eth0"));
        assertEquals("lo", program.screens.get(1).interfaceName());
        assertEquals(Duration.ofSeconds(2), program.screens.get(1).interval());
        assertEquals("eth0", program.screens.get(2).interfaceName());
        assertEquals(Duration.ofSeconds(1), program.screens.get(2).interval());
        assertEquals(2, program.run("eth7"));
        assertTrue(program.err().contains("did you mean eth0?"), program.err());
        assertTrue(program.configs.isEmpty(), "no adapter is built before the screen asks for one");
    }

    @Test
    void aHomeThatCannotBeCostsMemoryNeverTheCommand() throws IOException {
        Files.createFile(program.home);
        program.source.put(Sockets.curl());
        assertEquals(0, program.run("list"), program.err());
        assertTrue(program.err().contains("choose another folder with --home"), program.err());
        assertTrue(program.out().contains("curl"));
    }

    @Test
    void anErrorOfOursIsOneSentenceAndItsTraceIsLogged() {
        program.names.close();
        program.betweenTicks = () -> {
            throw new IllegalStateException("planted");
        };
        assertEquals(1, program.run("stream"));
        assertEquals(1, program.err().lines().count(), program.err());
        assertTrue(
                program.err().startsWith("netwatch: an error in netwatch (java.lang.IllegalStateException: planted)"));
    }

    @Test
    void evenAnErrorOfTheVirtualMachineIsOneSentence() {
        program.betweenTicks = () -> {
            throw new NoClassDefFoundError("planted");
        };
        assertEquals(1, program.run("stream"));
        assertEquals(1, program.err().lines().count(), program.err());
        assertTrue(program.err().contains("planted"), program.err());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sudo")
    @Tag("root")
    void underSudoARecordingIsTheUsersWhoCalledIt() throws IOException {
        assumeTrue(Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid")), "only root can give files away");
        Path file = Files.createFile(folder.resolve("recording"));
        program.environment.put("SUDO_UID", "65534");
        assertEquals(0, program.run("record", file.toString(), "--duration", "1s"), program.err());
        assertEquals(65534, Files.getAttribute(file, "unix:uid"));
    }

    @Test
    void exclusionsAreKeptAndTold() throws IOException {
        Files.createDirectories(program.home);
        Files.writeString(program.home.resolve("config.yaml"), "excluded_processes: [chrome]\n");
        assertEquals(0, program.run("exclusions", "add", "curl", "wget"));
        assertEquals(0, program.run("exclusions", "list", "--json"));
        assertEquals("""
                {"schema":"netwatch.exclusion.v1","process":"chrome","addedAt":null,"origin":"configuration"}
                {"schema":"netwatch.exclusion.v1","process":"curl","addedAt":"2026-01-02T03:04:05.000Z","origin":"user"}
                {"schema":"netwatch.exclusion.v1","process":"wget","addedAt":"2026-01-02T03:04:05.000Z","origin":"user"}
                """, program.out());
        assertEquals(1, program.run("exclusions", "remove", "curl", "chrome", "vim"));
        assertTrue(program.err().contains("chrome is hidden by the configuration file; take it out of"), program.err());
        assertTrue(program.err().contains("vim is not hidden"), program.err());
        assertEquals(0, program.run("exclusions", "clear"));
        assertTrue(program.exclusions.list().isEmpty());
        assertEquals(2, program.run("exclusions", "add", " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "stream --duration 2s", "record somewhere --duration 2s"})
    void aHistoryThatCouldNotBeWrittenIsTold(String line) {
        program.source.put(Sockets.curl());
        program.fullDisk = Optional.of(Notice.warning("history-full", "The disk is full; nothing is remembered."));
        assertEquals(0, program.run(line.split(" ")), "what was asked for was done");
        assertEquals("netwatch: The disk is full; nothing is remembered.\n", program.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "list --help", "completion bash"})
    void helpThatCannotBeWrittenIsAFailure(String line) {
        program.out = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertEquals(1, program.run(line.split(" ")));
        assertEquals("netwatch: standard output cannot be written: No space left on device\n", program.err());
    }

    @Test
    void historyTellsWhatWasSeen() {
        program.source.put(Sockets.curl());
        program.run("list");
        assertEquals(0, program.run("history", "--json"), program.err());
        assertEquals(
                "{\"schema\":\"netwatch.sighting.v1\",\"process\":\"/usr/bin/curl\",\"processName\":\"curl\","
                        + "\"remote\":\"198.51.100.80\",\"address\":\"198.51.100.80\",\"port\":443,"
                        + "\"protocol\":\"tcp\",\"firstSeen\":\"2026-01-02T03:04:05.000Z\","
                        + "\"lastSeen\":\"2026-01-02T03:04:05.000Z\",\"timesSeen\":1,"
                        + "\"bytes\":{\"received\":41000,\"sent\":1200,\"quality\":\"estimated\"},"
                        + "\"name\":null,\"organisation\":null}\n",
                program.out());
        program.run("history");
        assertTrue(program.out().contains("~"), "an estimate says so: " + program.out());
        program.run("history", "--process", "firefox");
        assertEquals(1, program.lines().size(), "the head alone");
        program.clock.advance(Duration.ofDays(2));
        program.run("history", "--since", "24h", "--json");
        assertEquals("", program.out());
    }

    @Test
    void doctorSaysWhatWorks() {
        assertEquals(0, program.run("doctor"), program.err());
        assertTrue(program.out().contains("* fake        works"), program.out());
        assertTrue(program.out().contains("promises tcp-bytes, udp-bytes, closed-sockets, owners, tcp-metrics"));
        assertTrue(program.out().contains("netwatch.db, no peers yet"), program.out());
        assertEquals(0, program.run("doctor", "--json"));
        assertEquals(1, program.lines().size());
        assertTrue(program.out().contains("\"sources\":[{\"id\":\"fake\",\"rank\":0,\"works\":true,\"chosen\":true"));
    }

    @Test
    void aCompletionScriptKnowsTheCommands() {
        assertEquals(0, program.run("completion", "bash"));
        assertTrue(program.out().contains("exclusions"));
        assertFalse(program.out().contains(WarmUpCommand.NAME + " "), "hidden");
    }
}
