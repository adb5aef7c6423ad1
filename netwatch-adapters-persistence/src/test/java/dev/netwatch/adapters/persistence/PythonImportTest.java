package dev.netwatch.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.history.Observation;
import dev.netwatch.domain.history.Sighting;
import dev.netwatch.domain.name.CachedName;
import dev.netwatch.domain.name.NameKind;
import dev.netwatch.domain.notice.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonImportTest {
    private static final Fingerprint CURL =
            new Fingerprint("/usr/bin/curl", IpAddress.parse("93.184.216.34"), 443, Protocol.TCP);

    @TempDir
    private Path directory;

    private Store store;

    @BeforeEach
    void prepare() throws SQLException {
        store = new Store(directory);
        PythonFixture.write(store.file());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Path original() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("netwatch.db.python-2"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<Sighting> find(Persistence persistence, String process) {
        return persistence
                .history()
                .find(new HistoryQuery(Optional.of(process), Optional.empty(), Optional.empty(), 100));
    }

    @Test
    void aRowWithAnAddressJoinsTheHistory() {
        Sighting curl = find(store.open(), "curl").get(0);
        assertEquals("curl", curl.process());
        assertEquals(Optional.of(CURL.remote()), curl.address());
        assertEquals(443, curl.port());
        assertEquals(7, curl.runs());
        assertEquals(Instant.parse("2025-01-01T08:00:00.123456Z"), curl.firstSeen());
        assertEquals(Instant.parse("2025-03-01T08:00:00Z"), curl.lastSeen());
        assertEquals(OptionalLong.empty(), curl.received());
    }

    @Test
    void theProgramsPathIsKnownByItsImportedName() {
        Persistence persistence = store.open();
        Fingerprint bare = new Fingerprint("curl", CURL.remote(), 443, Protocol.TCP);
        Fingerprint other = new Fingerprint("/usr/bin/xcurl", CURL.remote(), 443, Protocol.TCP);
        assertEquals(Map.of(CURL, 7, bare, 7, other, 0), persistence.history().otherRuns(List.of(CURL, bare, other)));
    }

    @Test
    void aPeerSeenAgainTakesWhatWasImportedOfItAlong() {
        Persistence persistence = store.open();
        persistence
                .history()
                .record(List.of(
                        new Observation(new SocketId("s"), CURL, "curl", Store.NOON, Store.NOON, Optional.empty())));
        assertEquals(Map.of(CURL, 7), persistence.history().otherRuns(Set.of(CURL)));
        List<Sighting> found = find(persistence, "curl");
        assertEquals(1, found.size());
        assertEquals(8, found.get(0).runs());
        assertEquals("/usr/bin/curl", found.get(0).process());
        assertEquals(Instant.parse("2025-01-01T08:00:00.123456Z"), found.get(0).firstSeen());
        assertEquals(Store.NOON, found.get(0).lastSeen());
    }

    @Test
    void nobodyCountedWhatWasImportedSoASumOverItIsAnEstimate() {
        Persistence persistence = store.open();
        assertEquals(ByteQuality.UNAVAILABLE, find(persistence, "curl").get(0).quality());
        Optional<ByteCounters> counted = Optional.of(ByteCounters.exact(5, 6));
        persistence
                .history()
                .record(List.of(new Observation(new SocketId("s"), CURL, "curl", Store.NOON, Store.NOON, counted)));
        Sighting curl = find(persistence, "curl").get(0);
        assertEquals(OptionalLong.of(5), curl.received());
        assertEquals(ByteQuality.ESTIMATED, curl.quality());
    }

    @Test
    void anAddressWithAndWithoutItsOrganisationIsOnePeer() {
        Persistence persistence = store.open();
        List<Sighting> found = find(persistence, "firefox");
        assertEquals(1, found.size());
        assertEquals(5, found.get(0).runs());
        assertEquals("2001:db8::5", found.get(0).remote());
        assertEquals(Optional.of("Example Networks"), found.get(0).organisation());
    }

    @Test
    void aRowThatBearsOnlyANameIsKeptAsItIs() {
        Persistence persistence = store.open();
        Sighting sighting = find(persistence, "slack").get(0);
        assertEquals("ec2-12-34-56-78.compute-1.amazonaws...", sighting.remote());
        assertEquals(Optional.empty(), sighting.address());
        assertEquals(Protocol.UDP, sighting.protocol());
        assertEquals(3, sighting.runs());
    }

    @Test
    void anAddressWhoseOrganisationWasCutIsStillAnAddress() {
        Sighting sighting = find(store.open(), "cut").get(0);
        assertEquals(Optional.of(IpAddress.parse("198.51.100.7")), sighting.address());
        assertEquals(Optional.empty(), sighting.organisation());
    }

    @Test
    void noRowIsLostForAColumnThatCannotBeRead() {
        Persistence persistence = store.open();
        Sighting sighting = find(persistence, "odd").get(0);
        assertEquals(0, sighting.port());
        assertEquals(1, sighting.runs());
        assertEquals(2, find(persistence, "odd").size());
        assertEquals(
                List.of("history-imported", "history-import-malformed"),
                persistence.notices().stream().map(Notice::code).toList());
        assertTrue(persistence.notices().get(1).sentence().startsWith("3 of"), persistence.notices()::toString);
    }

    @Test
    void rowsOfAnyAgeOutliveTheNextHousekeeping() {
        Persistence persistence = store.open();
        int all = persistence.history().find(HistoryQuery.ALL).size();
        persistence
                .history()
                .record(List.of(
                        new Observation(new SocketId("s"), CURL, "curl", Store.NOON, Store.NOON, Optional.empty())));
        assertEquals(all, persistence.history().find(HistoryQuery.ALL).size());
    }

    @Test
    void namesAndExclusionsComeAlong() {
        Persistence persistence = store.open();
        CachedName google = persistence
                .names()
                .find(IpAddress.parse("8.8.8.8"), NameKind.ORGANISATION)
                .orElseThrow();
        assertEquals(Optional.of("Google LLC"), google.text());
        assertEquals(Instant.parse("2025-02-01T00:00:00Z"), google.learnedAt());
        CachedName none = persistence
                .names()
                .find(IpAddress.parse("192.0.2.77"), NameKind.ORGANISATION)
                .orElseThrow();
        assertEquals(Optional.empty(), none.text());
        assertFalse(none.failed());
        assertEquals(
                List.of(new Exclusion("chrome", Instant.parse("2025-02-02T00:00:00Z"))),
                persistence.exclusions().list());
    }

    @Test
    void theOriginalIsKeptWithAllItsTables() throws Exception {
        List<String> before = store.ask("SELECT process || remote_host FROM connections ORDER BY id");
        Persistence persistence = store.open();
        assertEquals(before, Store.ask(original(), "SELECT process || remote_host FROM connections ORDER BY id"));
        assertEquals(List.of("kept"), Store.ask(original(), "SELECT note FROM something_else"));
        assertTrue(persistence.notices().get(0).sentence().contains(original().toString()));
    }

    @Test
    void whatStoodInAWriteAheadLogIsImportedAndKept() throws Exception {
        try (Connection python = DriverManager.getConnection("jdbc:sqlite:" + store.file());
                Statement statement = python.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA wal_autocheckpoint = 0");
            statement.executeUpdate("INSERT INTO connections (process, remote_host, remote_port, protocol, first_seen,"
                    + " last_seen, times_seen) VALUES ('late', '192.0.2.200', '1', 'TCP', '', '', 1)");
            assertEquals(1, find(store.open(), "late").size());
            assertEquals(
                    List.of("late"), Store.ask(original(), "SELECT process FROM connections WHERE process = 'late'"));
        }
    }

    @Test
    void aSecondStartImportsNothingAgain() {
        List<Sighting> once;
        try (Persistence first = store.open()) {
            once = first.history().find(HistoryQuery.ALL);
        }
        Persistence second = store.open();
        assertEquals(once, second.history().find(HistoryQuery.ALL));
        assertEquals(List.of(), second.notices());
    }

    @Test
    void twoThatStartAtOnceImportOnce() throws IOException {
        List<CompletableFuture<Persistence>> starting =
                List.of(CompletableFuture.supplyAsync(store::open), CompletableFuture.supplyAsync(store::open));
        long imports = starting.stream()
                .map(CompletableFuture::join)
                .flatMap(persistence -> persistence.notices().stream())
                .filter(notice -> notice.code().equals("history-imported"))
                .count();
        assertEquals(1, imports);
        assertEquals(7, starting.get(0).join().history().otherRuns(Set.of(CURL)).get(CURL));
        try (var files = Files.list(directory)) {
            assertEquals(
                    1, files.filter(file -> file.toString().contains("python")).count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"copied", "migrated", "imported", "dropped"})
    void anImportThatBreaksOffLeavesTheOriginalAndCanBeRepeated(String where) throws SQLException {
        List<String> before = store.ask("SELECT process || remote_host FROM connections ORDER BY id");
        DatabaseOpener broken =
                new DatabaseOpener(store.config, store.clock, new NoticeBoard(), Migrations.SHIPPED, reached -> {
                    if (reached.equals(where)) {
                        throw new IllegalStateException("power cut");
                    }
                });
        assertThrows(IllegalStateException.class, broken::open);
        assertEquals(before, store.ask("SELECT process || remote_host FROM connections ORDER BY id"));
        assertEquals(7, store.run().otherRuns(Set.of(CURL)).get(CURL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"copied", "imported", "dropped"})
    void aProcessThatDiesInTheMiddleLeavesTheOriginalUsable(String where) throws Exception {
        List<String> before = store.ask("SELECT process || remote_host FROM connections ORDER BY id");
        Process dying = Jvm.start(directory, ImportThenDie.class, store.file().toString(), where);
        assertEquals(ImportThenDie.DEAD, dying.waitFor());
        assertEquals(before, store.ask("SELECT process || remote_host FROM connections ORDER BY id"));
        assertEquals(7, store.run().otherRuns(Set.of(CURL)).get(CURL));
    }

    @Test
    void aPythonNetwatchThatStartsAgainFindsNothingInItsWay() throws SQLException {
        store.open();
        PythonFixture.createTables(store.file());
        assertEquals(7, store.run().otherRuns(Set.of(CURL)).get(CURL));
    }
}
