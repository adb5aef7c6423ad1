package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.Ancestor;
import dev.netwatch.domain.connection.ProcessId;
import dev.netwatch.domain.connection.ProcessRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "makes a /proc of symbolic links")
class ProcessReaderTest {
    private static final String REST =
            " S 1 1 1 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 12345 1000 100 18446744073709551615";

    @TempDir
    Path proc;

    @BeforeEach
    void aMachine() throws IOException {
        Files.writeString(proc.resolve("stat"), "cpu  1 2 3\nbtime 1700000000\nprocesses 5\n");
    }

    private Path process(String name) throws IOException {
        Path directory = Files.createDirectories(proc.resolve("77"));
        Files.writeString(directory.resolve("stat"), "77 (" + name + ")" + REST + "\n");
        Files.writeString(directory.resolve("cmdline"), "");
        return directory;
    }

    private ProcessRef read() {
        ProcessReader reader = new ProcessReader(proc);
        return reader.read(77, reader.stat(77).orElseThrow());
    }

    @Test
    void readsWhoAProcessIs() throws IOException {
        Path directory = process("curl");
        Files.writeString(directory.resolve("cmdline"), "curl\0-s\0\0http://x/\0");
        Files.createSymbolicLink(directory.resolve("exe"), Path.of("/usr/bin/curl"));
        ProcessRef process = read();
        assertEquals("curl", process.name());
        assertEquals(Optional.of(Instant.parse("2023-11-14T22:15:23.450Z")), process.startedAt());
        assertEquals(Optional.of("/usr/bin/curl"), process.executable());
        assertEquals(List.of("curl", "-s", "", "http://x/"), process.arguments());
        assertEquals(OptionalLong.of(1), process.parentPid());
    }

    @Test
    void readsWhoItDescendsFrom() throws IOException {
        process("curl");
        other(1, "bash-of-some-so", 50, 400);
        Files.writeString(proc.resolve("1/cmdline"), "bash-of-some-sort\0");
        other(50, "init", 0, 0);
        ProcessId shell = new ProcessId(1, Optional.of(Instant.parse("2023-11-14T22:13:24Z")));
        ProcessId first = new ProcessId(50, Optional.of(Instant.parse("2023-11-14T22:13:20Z")));
        assertEquals(
                List.of(new Ancestor(shell, "bash-of-some-sort"), new Ancestor(first, "init")), read().ancestors());
    }

    @Test
    void ancestorsEndWhereOneIsGoneAndNeverGoRoundForEver() throws IOException {
        process("curl");
        other(1, "sh", 9, 1);
        assertEquals(1, read().ancestors().size());
        other(9, "loop", 1, 1);
        assertEquals(64, read().ancestors().size());
    }

    private void other(int pid, String name, int parent, int startTicks) throws IOException {
        Path directory = Files.createDirectories(proc.resolve(Integer.toString(pid)));
        String rest = REST.replaceFirst("S 1 ", "S " + parent + " ").replace("12345", Integer.toString(startTicks));
        Files.writeString(directory.resolve("stat"), pid + " (" + name + ")" + rest + "\n");
    }

    @Test
    void hostileNamesAreReadWhole() throws IOException {
        for (String name : List.of("a b", "x) S 1 (y", ")))", "((", "line\nend", "", "ta\tb", "ünï", "77 (x) R 9")) {
            process(name);
            assertEquals(name, read().name());
            assertEquals(OptionalLong.of(1), read().parentPid(), name);
        }
    }

    @Test
    void completesWhatTheKernelCutFromTheExecutable() throws IOException {
        Path directory = process("chromium-browse");
        Files.createSymbolicLink(directory.resolve("exe"), Path.of("/opt/chromium-browser (deleted)"));
        assertEquals("chromium-browser", read().name());
        assertEquals(Optional.of("/opt/chromium-browser"), read().executable());
    }

    @Test
    void completesWhatTheKernelCutFromTheScript() throws IOException {
        Path directory = process("my-long-script-");
        Files.createSymbolicLink(directory.resolve("exe"), Path.of("/usr/bin/python3.11"));
        Files.writeString(directory.resolve("cmdline"), "python3\0/home/me/my-long-script-of-mine.py\0-v\0");
        assertEquals("my-long-script-of-mine.py", read().name());
    }

    @Test
    void leavesANameAloneThatNothingCompletes() throws IOException {
        Path directory = process("fifteen-letters");
        Files.createSymbolicLink(directory.resolve("exe"), Path.of("/usr/bin/other"));
        assertEquals("fifteen-letters", read().name());
        process("short");
        assertEquals("short", read().name());
    }

    @Test
    void aProcessThatEndedIsNobody() {
        assertEquals(Optional.empty(), new ProcessReader(proc).stat(78));
    }

    @Test
    void damagedLinesAreNobody() {
        for (String line : List.of("", "77", "77 (x", "77 x)", ")(", "77 (x) S 1", "77 (x) S a" + REST.substring(4))) {
            assertTrue(StatLine.parse(line).isEmpty(), line);
        }
    }

    @Test
    void aKernelThreadHasNeitherProgramNorArguments() throws IOException {
        process("kworker/0:1");
        assertEquals(Optional.empty(), read().executable());
        assertEquals(List.of(), read().arguments());
    }
}
