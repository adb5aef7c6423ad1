package dev.netwatch.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.notice.HistoryException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    private static final String FIRST = Migrations.SHIPPED.scripts().get(0);

    @TempDir
    private Path directory;

    private DatabaseOpener opener(Store store, String... scripts) {
        return new DatabaseOpener(
                store.config, store.clock, new NoticeBoard(), new Migrations(List.of(scripts)), PythonImport.Step.NONE);
    }

    @Test
    void anEarlierDatabaseIsBroughtUpToDateWithWhatItHolds() throws Exception {
        Store store = new Store(directory);
        try (Persistence earlier = store.open()) {
            earlier.history().record(List.of(DatabaseOpenerTest.seen(1)));
        }
        opener(store, FIRST, "/db/test-second.sql").open().close();
        assertEquals(List.of("2"), store.ask("PRAGMA user_version"));
        assertEquals(List.of("p1:mended"), store.ask("SELECT process_name || ':' || note FROM peer"));
    }

    @Test
    void aScriptThatFailsHalfwayLeavesTheDatabaseAsItWas() throws Exception {
        Store store = new Store(directory);
        try (Persistence earlier = store.open()) {
            earlier.history().record(List.of(DatabaseOpenerTest.seen(1)));
        }
        DatabaseOpener broken = opener(store, FIRST, "/db/test-broken.sql");
        assertThrows(HistoryException.class, broken::open);
        assertEquals(List.of("1"), store.ask("PRAGMA user_version"));
        try (Persistence again = store.open()) {
            assertEquals(1, again.history().find(HistoryQuery.ALL).size());
        }
    }
}
