package dev.netwatch.adapters.collect.support.ebpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left, and what is said, with fewer rights. */
@Tag("root")
@Timeout(60)
class EngineRightsTest {

    @BeforeAll
    static void assumeEngineAndSetpriv() {
        RootTests.assumeEngine();
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "needs setpriv");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "-all, ebpf-needs-rights",
        "'-all,+bpf', ebpf-needs-rights",
        "'-all,+net_admin', ebpf-needs-rights",
        "'-all,+bpf,+net_admin', open ebpf-without-perfmon",
        "'-all,+bpf,+net_admin,+perfmon', open",
        "'-all,+sys_admin,+net_admin', open"
    })
    void tellsWhatItNeedsAndMakesDoWithLess(String rights, String expected) throws IOException {
        Process process = new ProcessBuilder(
                        "setpriv",
                        "--bounding-set=" + rights,
                        "--inh-caps=" + rights,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Probe.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(expected, said.trim());
    }

    /** Opens the engine and says what it was told. */
    static final class Probe {
        private Probe() {}

        public static void main(String[] arguments) {
            try (EbpfEngine engine = EbpfEngine.open(EbpfLimits.DEFAULT)) {
                System.out.println("open " + codes(engine.notices()));
            } catch (SourceException e) {
                System.out.println(codes(List.of(e.notice())));
            }
        }

        private static String codes(List<Notice> notices) {
            return notices.stream().map(Notice::code).collect(Collectors.joining(" "));
        }
    }
}
