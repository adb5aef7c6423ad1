package dev.netwatch.adapters.collect.support.ebpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However the process ends, the kernel is as it was. */
@Tag("root")
@Timeout(60)
class LeftoverLiveTest {

    @BeforeAll
    static void assumeEngine() {
        RootTests.assumeEngine();
    }

    @Test
    void removesEverythingWhenItIsClosed() {
        int programs = Links.hooks(FeatureProbe.probe()).size();
        KernelObjects before = KernelObjects.count();
        EbpfEngine engine = EbpfEngine.open(EbpfLimits.DEFAULT);
        KernelObjects made = KernelObjects.count().since(before);
        assertEquals(programs, made.programs().size());
        assertEquals(programs, made.links().size());
        assertEquals(3, made.maps().size());
        engine.close();
        engine.close();
        assertTrue(made.remaining().isEmpty(), () -> made.remaining().toString());
    }

    @Test
    void leavesNothingBehindWhenItIsKilled() throws IOException, InterruptedException {
        KernelObjects before = KernelObjects.count();
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals('!', victim.getInputStream().read(), "the engine did not start");
        KernelObjects made = KernelObjects.count().since(before);
        assertEquals(Links.hooks(FeatureProbe.probe()).size(), made.links().size());
        victim.destroyForcibly();
        assertTrue(victim.waitFor(10, TimeUnit.SECONDS));
        assertEquals(137, victim.exitValue(), "killed by SIGKILL");
        assertTrue(made.remaining().isEmpty(), () -> made.remaining().toString());
    }

    /** Opens the engine, says so, and waits to be killed. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] args) throws IOException {
            try (EbpfEngine engine = EbpfEngine.open(EbpfLimits.DEFAULT)) {
                System.out.write('!');
                System.out.flush();
                List.of(engine).forEach(EbpfEngine::notices);
                System.in.read();
            }
        }
    }
}
