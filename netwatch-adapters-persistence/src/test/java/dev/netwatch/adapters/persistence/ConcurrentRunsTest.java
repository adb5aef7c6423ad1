package dev.netwatch.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.domain.history.HistoryQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentRunsTest {
    @TempDir
    private Path directory;

    /**
     * Both processes record the same 50 shared sockets and 50 of their own each, on ten peers, 40 times over with
     * growing counts, beginning with the creation of the file.
     */
    @Test
    void twoProcessesLoseNothingAndCountNothingTwice() throws Exception {
        Store store = new Store(directory.resolve("home"));
        List<Process> processes = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            processes.add(Jvm.start(directory, Hammer.class, store.file().toString(), name));
        }
        for (Process process : processes) {
            assertEquals(0, process.waitFor());
        }
        long ofOnePeer = Hammer.SOCKETS_PER_PEER * 3L * Hammer.LAST_COUNT;
        try (store) {
            store.open().history().find(HistoryQuery.ALL).forEach(sighting -> {
                assertEquals(ofOnePeer, sighting.received().orElseThrow());
                assertEquals(2 * ofOnePeer, sighting.sent().orElseThrow());
                assertEquals(2, sighting.runs());
            });
            assertEquals(List.of(String.valueOf(Hammer.PEERS)), store.ask("SELECT count(*) FROM peer"));
            assertEquals(List.of("0"), store.ask("SELECT count(*) FROM run"));
        }
    }
}
