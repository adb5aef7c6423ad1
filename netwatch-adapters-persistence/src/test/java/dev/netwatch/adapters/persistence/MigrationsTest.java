package dev.netwatch.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.history.Observation;
import dev.netwatch.domain.notice.HistoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    @TempDir
    private Path directory;

    private DatabaseOpener opener(Store store, String further) {
        List<String> scripts = new ArrayList<>(Migrations.SHIPPED.scripts());
        scripts.add(further);
        return opener(store, scripts);
    }

    private DatabaseOpener opener(Store store, List<String> scripts) {
        return new DatabaseOpener(
                store.config, store.clock, new NoticeBoard(), new Migrations(scripts), PythonImport.Step.NONE);
    }

    @Test
    void anEarlierDatabaseIsBroughtUpToDateWithWhatItHolds() throws Exception {
        Store store = new Store(directory);
        try (Persistence earlier = store.open()) {
            earlier.history().record(List.of(DatabaseOpenerTest.seen(1)));
        }
        opener(store, "/db/test-second.sql").open().close();
        assertEquals(List.of("3"), store.ask("PRAGMA user_version"));
        assertEquals(List.of("p1:mended"), store.ask("SELECT process_name || ':' || note FROM peer"));
    }

    @Test
    void aDatabaseOfTheFirstVersionCountsItsSocketsForNoDayAndGoesOn() throws Exception {
        Store store = new Store(directory);
        opener(store, Migrations.SHIPPED.scripts().subList(0, 1)).open().close();
        Store.execute(
                store.file(),
                "INSERT INTO peer (id, process, process_name, program, address, port, protocol, first_seen, last_seen)"
                        + " VALUES (1, '/usr/bin/curl', 'curl', 'curl', '192.0.2.1', 443, 'TCP', 0, 0)",
                "INSERT INTO socket (id, peer, owned, owner_seen, last_seen, counted_at, exact, received, sent)"
                        + " VALUES ('s', 1, 1, 0, 0, 0, 1, 500, 5)");
        Fingerprint curl = new Fingerprint("/usr/bin/curl", IpAddress.parse("192.0.2.1"), 443, Protocol.TCP);
        try (Persistence now = store.open()) {
            for (int more = 1; more <= 2; more++) {
                now.history()
                        .record(List.of(new Observation(
                                new SocketId("s"),
                                curl,
                                "curl",
                                Store.NOON,
                                Store.NOON.plusSeconds(more),
                                Optional.of(ByteCounters.exact(500 + 10L * more, 5)))));
            }
            assertEquals(
                    Optional.of(ByteCounters.exact(10, 0).estimated()),
                    now.history().bytesOfDay(Store.NOON));
            assertEquals(520, now.history().find(curl).orElseThrow().received().orElseThrow());
        }
    }

    @Test
    void aScriptThatFailsHalfwayLeavesTheDatabaseAsItWas() throws Exception {
        Store store = new Store(directory);
        try (Persistence earlier = store.open()) {
            earlier.history().record(List.of(DatabaseOpenerTest.seen(1)));
        }
        DatabaseOpener broken = opener(store, "/db/test-broken.sql");
        assertThrows(HistoryException.class, broken::open);
        assertEquals(List.of("2"), store.ask("PRAGMA user_version"));
        try (Persistence again = store.open()) {
            assertEquals(1, again.history().find(HistoryQuery.ALL).size());
        }
    }
}
