package dev.netwatch.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.history.Observation;
import dev.netwatch.domain.notice.HistoryException;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.HistoryRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.ibatis.session.ExecutorType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseOpenerTest {
    @TempDir
    private Path directory;

    private Store store;

    @BeforeEach
    void prepare() {
        store = new Store(directory.resolve("home"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    static Observation seen(int number) {
        Fingerprint peer = new Fingerprint("/usr/bin/p" + number, IpAddress.v4(0x0a000000 + number), 443, Protocol.TCP);
        return new Observation(
                new SocketId("s" + number), peer, "p" + number, Store.NOON, Store.NOON, Optional.empty());
    }

    private static List<Observation> many(int from, int to) {
        return IntStream.range(from, to).mapToObj(DatabaseOpenerTest::seen).toList();
    }

    private static List<String> codes(Persistence persistence) {
        return persistence.notices().stream().map(Notice::code).toList();
    }

    private Path aside() throws IOException {
        return store.file().resolveSibling("netwatch.db.corrupt-20260102T120000Z");
    }

    private void put(byte... bytes) throws IOException {
        Files.createDirectories(store.file().getParent());
        Files.write(store.file(), bytes);
    }

    @Test
    void whatItCreatesIsForItsUserOnly() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "needs POSIX rights");
        store.run().record(many(0, 3));
        assertEquals("rwx------", rights(store.file().getParent()));
        for (String suffix : List.of("", "-wal", "-shm")) {
            assertEquals("rw-------", rights(store.file().resolveSibling("netwatch.db" + suffix)), suffix);
        }
    }

    @Test
    void aFileThatOthersCouldReadIsTakenFromThem() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "needs POSIX rights");
        put();
        Files.setPosixFilePermissions(store.file(), PosixFilePermissions.fromString("rw-rw-r--"));
        store.run().record(many(0, 3));
        assertEquals("rw-------", rights(store.file()));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void onceClosedItDoesNotOpenAgain() throws IOException {
        Persistence persistence = store.open();
        persistence.history().record(many(0, 1));
        persistence.close();
        Files.delete(store.file());
        HistoryException e =
                assertThrows(HistoryException.class, () -> persistence.history().find(HistoryQuery.ALL));
        assertEquals("history-closed", e.notice().code());
        assertThrows(HistoryException.class, () -> persistence.exclusions().list());
        assertFalse(Files.exists(store.file()));
        persistence.close();
    }

    @Test
    void aPathMayHoldWhatMeansSomethingInAUri() {
        store = new Store(directory.resolve("100% ?mode=ro #é"));
        store.run().record(many(0, 1));
        assertEquals(1, store.run().find(HistoryQuery.ALL).size());
        assertTrue(Files.exists(store.file()));
    }

    @Test
    void writesAheadAndKnowsItsVersion() throws Exception {
        store.open();
        assertEquals(List.of("wal"), store.ask("PRAGMA journal_mode"));
        assertEquals(List.of("2"), store.ask("PRAGMA user_version"));
    }

    @Test
    void anEmptyFileIsANewHistory() throws IOException {
        put();
        Persistence persistence = store.open();
        assertEquals(List.of(), persistence.notices());
        assertEquals(List.of(), persistence.history().find(HistoryQuery.ALL));
    }

    @Test
    void aFileThatIsNoDatabaseIsKeptAsideAndNamed() throws IOException {
        byte[] text = "this is not a database, it only lies where one should be"
                .repeat(100)
                .getBytes(StandardCharsets.UTF_8);
        put(text);
        Files.writeString(store.file().resolveSibling("netwatch.db-wal"), "nor is this");
        Persistence persistence = store.open();
        persistence.history().record(many(0, 3));
        assertEquals(3, persistence.history().find(HistoryQuery.ALL).size());
        assertArrayEquals(text, Files.readAllBytes(aside()));
        assertTrue(Files.exists(aside().resolveSibling(aside().getFileName() + "-wal")));
        assertEquals(List.of("history-corrupt"), codes(persistence));
        assertTrue(persistence.notices().get(0).sentence().contains(aside().toString()));
    }

    @Test
    void aDamagedPageIsFoundAtTheStart() throws IOException {
        try (Persistence before = store.open()) {
            before.history().record(many(0, 2_000));
        }
        damage();
        Persistence persistence = store.open();
        assertEquals(List.of(), persistence.history().find(HistoryQuery.ALL));
        assertEquals(List.of("history-corrupt"), codes(persistence));
        assertTrue(Files.exists(aside()));
    }

    /** Everything but the first page, which holds the schema. */
    private void damage() throws IOException {
        byte[] bytes = Files.readAllBytes(store.file());
        Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
        Files.write(store.file(), bytes);
    }

    @Test
    void damageFoundInUseIsToldOnceAndTheNextUseWorks() throws Exception {
        Persistence persistence = store.open();
        HistoryRepository history = persistence.history();
        history.record(many(0, 2_000));
        Store.execute(store.file(), "PRAGMA wal_checkpoint(TRUNCATE)");
        Store.execute(
                store.file(),
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'peer_by_last_seen')"
                        + " WHERE name = 'peer'",
                "PRAGMA schema_version = 1000");
        HistoryException failure = assertThrows(HistoryException.class, () -> {
            history.record(many(0, 10));
            history.find(HistoryQuery.ALL);
        });
        assertEquals("history-corrupt", failure.notice().code());
        assertTrue(failure.getMessage().contains("corrupt-2026"), failure::getMessage);
        history.record(many(0, 10));
        assertEquals(10, history.find(HistoryQuery.ALL).size());
        assertEquals(List.of("history-corrupt"), codes(persistence));
    }

    @Test
    void aSecondThatFindsTheDamageLateMovesNothingAway() throws IOException {
        put("garbage ".repeat(200).getBytes(StandardCharsets.UTF_8));
        DatabaseOpener late = new DatabaseOpener(store.config, store.clock, new NoticeBoard());
        Object damaged = late.identity();
        assumeTrue(damaged != null, "the system tells files apart");
        store.run().record(many(0, 3));
        Notice notice = late.moveAside(damaged, () -> {});
        assertEquals("history-corrupt", notice.code());
        assertEquals(3, store.run().find(HistoryQuery.ALL).size());
    }

    @Test
    void aNewerSchemaIsLeftAlone() throws Exception {
        store.open().close();
        Store.execute(store.file(), "PRAGMA user_version = 99", "CREATE TABLE future (x)");
        Persistence persistence = store.open();
        HistoryException failure =
                assertThrows(HistoryException.class, () -> persistence.history().record(many(0, 1)));
        assertEquals("history-newer", failure.notice().code());
        assertEquals(List.of("history-newer"), codes(persistence));
        assertEquals(List.of("99"), store.ask("PRAGMA user_version"));
        assertEquals(List.of("0"), store.ask("SELECT count(*) FROM peer"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void anotherProgramsDatabaseIsLeftAlone(int version) throws Exception {
        put();
        Store.execute(store.file(), "CREATE TABLE recipes (x)", "PRAGMA user_version = " + version);
        byte[] before = Files.readAllBytes(store.file());
        HistoryRepository history = store.run();
        HistoryException failure = assertThrows(HistoryException.class, () -> history.find(HistoryQuery.ALL));
        assertEquals("history-foreign", failure.notice().code());
        assertArrayEquals(before, Files.readAllBytes(store.file()));
    }

    @Test
    void aFolderWhereTheFileShouldBeIsRefused() throws IOException {
        Files.createDirectories(store.file());
        HistoryRepository history = store.run();
        HistoryException failure = assertThrows(HistoryException.class, () -> history.find(HistoryQuery.ALL));
        assertTrue(failure.getMessage().contains("is no file"), failure::getMessage);
    }

    @Test
    void aFileWhereTheFolderShouldBeIsRefusedAndForgivenWhenItIsGone() throws IOException {
        Files.writeString(store.file().getParent(), "in the way");
        Persistence persistence = store.open();
        HistoryRepository history = persistence.history();
        assertThrows(HistoryException.class, () -> history.record(many(0, 1)));
        assertEquals(List.of("history-refused"), codes(persistence));
        Files.delete(store.file().getParent());
        history.record(many(0, 1));
        assertEquals(1, history.find(HistoryQuery.ALL).size());
    }

    private static boolean limitPages(Connection connection) {
        try {
            Sql.execute(connection, "PRAGMA max_page_count = 1");
            return true;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFullDiskCostsTheBatchAndNothingElse() throws Exception {
        DatabaseOpener opener = new DatabaseOpener(store.config, store.clock, new NoticeBoard());
        try (SqliteDatabase database = new SqliteDatabase(opener, new NoticeBoard());
                HistoryRepository history = new MybatisHistoryRepository(database, store.clock, store.config)) {
            history.record(many(0, 10));
            // Below the present size SQLite takes the present size, so the next page is one too many. The limit is of
            // this connection, which the failure ends: the disk has room again.
            database.write(ExecutorType.SIMPLE, session -> limitPages(session.getConnection()));
            HistoryException failure = assertThrows(HistoryException.class, () -> history.record(many(10, 5_000)));
            assertEquals("history-disk-full", failure.notice().code());
            assertEquals(10, history.find(HistoryQuery.ALL).size());
            history.record(many(10, 5_000));
            assertEquals(5_000, history.find(HistoryQuery.ALL).size());
            assertEquals(List.of("1"), store.ask("SELECT DISTINCT runs FROM peer"));
        }
    }
}
