package dev.netwatch.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.history.Observation;
import dev.netwatch.domain.notice.HistoryException;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.HistoryRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real file system that is really full, or read-only. */
@Tag("root")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "mounts a small disk")
class FullDiskTest {
    @TempDir
    private Path directory;

    private Path disk;
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(directory.resolve("disk"));
        boolean root = (int) Files.getAttribute(directory, "unix:uid") == 0;
        assumeTrue(root, "only root can mount a small disk");
        mounted = run("mount", "-t", "tmpfs", "-o", "size=2m", "netwatch-test", disk.toString()) == 0;
        assumeTrue(mounted, "this system does not let root mount");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertEquals(0, run("umount", disk.toString()));
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static List<Observation> batch(int size) {
        return IntStream.range(0, size).mapToObj(DatabaseOpenerTest::seen).toList();
    }

    @Test
    void costsTheBatchUntilThereIsRoomAgain() throws IOException {
        try (Store store = new Store(disk.resolve("home"))) {
            HistoryRepository history = store.run();
            history.record(batch(10));
            Path filler = disk.resolve("filler");
            fill(filler);
            for (int i = 0; i < 2; i++) {
                HistoryException failure = assertThrows(HistoryException.class, () -> history.record(batch(1_000)));
                assertEquals("history-disk-full", failure.notice().code(), failure::getMessage);
            }
            Files.delete(filler);
            history.record(batch(1_000));
            assertEquals(1_000, history.find(HistoryQuery.ALL).size());
        }
    }

    private static void fill(Path filler) throws IOException {
        byte[] page = new byte[4096];
        try (var out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(page);
            }
        } catch (IOException full) {
            assertEquals(true, Files.size(filler) > 0);
        }
    }

    @Test
    void aDiskThatIsFullFromTheStartIsToldAndForgiven() throws IOException {
        try (Store store = new Store(disk.resolve("home"))) {
            Path filler = disk.resolve("filler");
            fill(filler);
            Persistence persistence = store.open();
            assertEquals(
                    List.of("history-disk-full"),
                    persistence.notices().stream().map(Notice::code).toList());
            assertThrows(HistoryException.class, () -> persistence.history().record(batch(1)));
            Files.delete(filler);
            persistence.history().record(batch(1));
            assertEquals(1, persistence.history().find(HistoryQuery.ALL).size());
        }
    }

    @Test
    void aDiskThatTurnsReadOnlyIsToldAndForgiven() throws Exception {
        try (Store store = new Store(disk.resolve("home"))) {
            try (Persistence earlier = store.open()) {
                earlier.history().record(batch(1));
            }
            assertEquals(0, run("mount", "-o", "remount,ro", disk.toString()));
            HistoryRepository history = store.run();
            HistoryException failure = assertThrows(HistoryException.class, () -> history.record(batch(2)));
            assertEquals("history-read-only", failure.notice().code(), failure::getMessage);
            assertEquals(0, run("mount", "-o", "remount,rw", disk.toString()));
            history.record(batch(2));
            assertEquals(2, history.find(HistoryQuery.ALL).size());
        }
    }
}
