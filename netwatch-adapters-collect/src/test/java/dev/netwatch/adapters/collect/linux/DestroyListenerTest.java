package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.testkit.LoopbackTraffic;
import dev.netwatch.domain.testkit.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DestroyListenerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @BeforeEach
    void onlyOnLinux() {
        assumeTrue(LinuxSystem.here().refusesNative().isEmpty(), "needs Linux");
    }

    /** The listener does not read yet while far more closes than its smallest buffer holds. */
    @Test
    void whatTheKernelDropsIsCountedAndTold() throws IOException {
        int connections = 500;
        try (DestroyListener listener = new DestroyListener()) {
            DestroyChannel channel = listener.open(Namespace.read(Path.of("/proc")), 1);
            closeMany(connections);
            listener.start();
            long told = 0;
            long lost = 0;
            long begun = Clock.system().nanos();
            while (told == 0 || told + lost < 2 * connections) {
                long waited = Clock.system().nanos() - begun;
                assertTrue(waited < PATIENCE.toNanos(), PATIENCE + " over: " + told + " told, " + lost + " lost");
                DestroyChannel.Batch batch = channel.drain();
                told += batch.ended().size();
                lost += batch.lost();
            }
            assertTrue(lost > 0, "nothing lost");
        }
    }

    @Test
    void anEndNobodyAskedForIsTold() {
        try (DestroyListener listener = new DestroyListener()) {
            DestroyChannel channel = listener.open(Namespace.read(Path.of("/proc")), 1);
            assertEquals("", channel.drain().failure());
            listener.tellingWhyItEnds(() -> {
                throw new IllegalStateException("a test's mistake in the program");
            });
            assertEquals("internal error, see the log", channel.drain().failure());
            listener.tellingWhyItEnds(() -> {});
            assertEquals("nobody reads them any more", channel.drain().failure());
        }
    }

    private static void closeMany(int connections) throws IOException {
        try (Traffic traffic = LoopbackTraffic.open(Traffic.Kind.TCP_V4)) {
            for (int i = 0; i < connections; i++) {
                traffic.abort();
                traffic.reopen();
            }
        }
    }

    @Test
    void lostNotificationsMakeASamplePartial() {
        DumpCoverage coverage = new DumpCoverage();
        coverage.lost(7);
        Coverage told = coverage.told();
        assertEquals(Coverage.Level.PARTIAL, told.level());
        assertEquals(7, told.lost());
        assertTrue(told.reasons().stream().anyMatch(reason -> reason.sentence().contains("dropped 7")));
    }

    @Test
    void closingLeavesNeitherThreadNorDescriptor() throws IOException {
        cycle(); // loads what stays loaded
        long descriptors = descriptors();
        for (int i = 0; i < 50; i++) {
            cycle();
        }
        assertEquals(descriptors, descriptors());
        assertFalse(threads().contains("netwatch-destroy"), threads().toString());
    }

    private static void cycle() {
        try (InetDiagSource source = new InetDiagSource(LinuxSystem.here(), Clock.system())) {
            source.sample();
            assertTrue(threads().contains("netwatch-destroy"));
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
