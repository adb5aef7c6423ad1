package dev.netwatch.adapters.collect.support.ebpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.notice.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is said, and left behind, where the surroundings do not let the engine work. */
@Tag("root")
@Timeout(60)
class EngineRefusalLiveTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    /** Forbids one system call with EPERM, as containers do, then becomes another program. */
    private static final String FORBIDDING = """
            import ctypes, os, struct, sys
            rules = [(0x20, 0, 0, 0), (0x15, 0, 1, int(sys.argv[1])), (0x06, 0, 0, 0x00050001), (0x06, 0, 0, 0x7fff0000)]
            class Program(ctypes.Structure):
                _fields_ = [("length", ctypes.c_ushort), ("rules", ctypes.c_char_p)]
            program = Program(len(rules), b"".join(struct.pack("HBBI", *rule) for rule in rules))
            libc = ctypes.CDLL(None)
            assert libc.prctl(38, 1, 0, 0, 0) == 0 and libc.prctl(22, 2, ctypes.byref(program), 0, 0) == 0
            os.execvp(sys.argv[2], sys.argv[2:])
            """;

    @BeforeAll
    static void assumeEngine() {
        RootTests.assumeEngine();
    }

    @Test
    void aSelfTestThatMiscountsTakesEverythingBack() throws IOException {
        Path elsewhere = Files.createDirectory(Path.of(
                EbpfEngine.cgroup().orElseThrow(),
                "netwatch-test-" + ProcessHandle.current().pid()));
        try {
            KernelObjects before = KernelObjects.count();
            SourceException refused = assertThrows(
                    SourceException.class,
                    () -> EbpfEngine.open(elsewhere.toString(), EbpfLimits.DEFAULT, FeatureProbe.probe()));
            assertEquals("ebpf-self-test-failed", refused.notice().code());
            assertTrue(refused.getMessage().contains("a UDP socket was not seen"), refused.getMessage());
            assertTrue(KernelObjects.count().since(before).remaining().isEmpty());
        } finally {
            Files.delete(elsewhere);
        }
    }

    @Test
    void aSystemCallThatIsForbiddenIsTold() throws IOException {
        assumeTrue(Files.isExecutable(PYTHON), "needs python3 to forbid it");
        long number = Bpf.syscallNumber(System.getProperty("os.arch")).orElseThrow();
        assertEquals("ebpf-forbidden", probe(List.of(PYTHON.toString(), "-c", FORBIDDING, Long.toString(number))));
    }

    @Test
    void controlGroupsThatAreNotMountedAreTold() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")), "needs unshare");
        String unmount = "umount " + EbpfEngine.cgroup().orElseThrow() + "; exec \"$@\"";
        assertEquals("ebpf-no-cgroup2", probe(List.of("unshare", "-m", "sh", "-c", unmount, "sh")));
    }

    private static String probe(List<String> prefix) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                EngineRightsTest.Probe.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    }
}
