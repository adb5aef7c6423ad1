package dev.netwatch.adapters.collect.support.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.adapters.collect.support.command.CommandResult.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SystemCommandsTest {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final Duration LONG = Duration.ofMinutes(1);

    private final SystemCommands commands = new SystemCommands();

    @BeforeEach
    void skipWithoutShell() {
        assumeTrue(commands.has(SHELL), "there is no /bin/sh here");
    }

    private CommandResult run(String script, Duration limit, int most) {
        return commands.run(new Command(SHELL, List.of("-c", script), Map.of("ONE", "1"), limit, most));
    }

    @Test
    void whatItPrintsAndItsCodeAreKept() {
        assertEquals(CommandResult.exited(3, "out\n", "err\n"), run("echo out; echo err >&2; exit 3", LONG, 100));
    }

    @Test
    void nothingIsInheritedAndStandardInputIsEmpty() {
        assertEquals(
                "1-none-\n",
                run("read line; echo \"$ONE-${HOME:-none}-$line\"", LONG, 100).output());
    }

    @Test
    void whoTakesTooLongIsEndedWithAllItStarted() {
        CommandResult result = run("echo begun; sleep 600 & wait", Duration.ofMillis(200), 100);
        assertEquals(Ending.TIMED_OUT, result.ending());
        assertFalse(ProcessHandle.current().descendants().anyMatch(ProcessHandle::isAlive), "something runs on");
    }

    @Test
    void whoPrintsTooMuchIsEnded() {
        CommandResult result = run("while :; do echo 0123456789; done", LONG, 1_000);
        assertEquals(Ending.TOO_LONG, result.ending());
        assertEquals(1_000, result.output().length());
    }

    @Test
    void whoComplainsAtLengthIsNotEnded() {
        CommandResult result =
                run("i=0; while [ $i -lt 2000 ]; do echo 0123456789 >&2; i=$((i+1)); done; echo out", LONG, 100);
        assertEquals(Ending.EXITED, result.ending());
        assertEquals("out\n", result.output());
        assertEquals(4_096, result.complaint().length());
    }

    @Test
    void bytesThatAreNoTextAreMarked() {
        assertEquals("a\ufffdb", run("printf 'a\\377b'", LONG, 100).output());
    }

    @Test
    void whatIsNotThereDoesNotStart() {
        Path nowhere = Path.of("/no/such/program");
        assertFalse(commands.has(nowhere));
        assertFalse(commands.has(Path.of("/")));
        CommandResult result = commands.run(new Command(nowhere, List.of(), Map.of(), LONG, 100));
        assertEquals(Ending.NOT_STARTED, result.ending());
        assertTrue(result.complaint().contains("/no/such/program"), result.complaint());
        assertThrows(IllegalArgumentException.class, () -> new Command(Path.of("ps"), List.of(), Map.of(), LONG, 100));
    }
}
