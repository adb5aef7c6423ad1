package dev.netwatch.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.history.Sighting;
import dev.netwatch.domain.name.CachedName;
import dev.netwatch.domain.name.NameKind;
import dev.netwatch.domain.port.HistoryRepository;
import dev.netwatch.domain.testkit.HistoryRepositoryContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MybatisHistoryRepositoryTest extends HistoryRepositoryContract {
    @TempDir
    private Path directory;

    private Store store;

    @BeforeEach
    void prepare() {
        if (store == null) {
            store = new Store(directory);
        }
    }

    @AfterEach
    void closeAll() {
        store.close();
    }

    @Override
    protected HistoryRepository open() {
        prepare(); // the contract's own preparation comes first
        return store.run();
    }

    private static HistoryQuery remote(String part) {
        return new HistoryQuery(Optional.empty(), Optional.of(part), Optional.empty(), 10);
    }

    @Test
    void showsTheLastKnownNamesAndIsAskedByThem() {
        Persistence persistence = store.open();
        persistence.history().record(List.of(seen("a", CURL, NOON, NOON)));
        Instant past = NOON.minusSeconds(60);
        persistence
                .names()
                .put(CURL.remote(), NameKind.HOST, new CachedName(Optional.of("one.example"), false, past, past));
        persistence
                .names()
                .put(CURL.remote(), NameKind.ORGANISATION, new CachedName(Optional.of("Acme"), false, past, past));
        persistence
                .names()
                .put(CURL.remote(), NameKind.HOST, new CachedName(Optional.empty(), true, NOON, NOON.plusSeconds(9)));
        Sighting sighting = persistence.history().find(remote("ONE.ex")).get(0);
        assertEquals(Optional.of("one.example"), sighting.hostName());
        assertEquals(Optional.of("Acme"), sighting.organisation());
        assertEquals(1, persistence.history().find(remote("acme")).size());
        assertEquals(0, persistence.history().find(remote("two")).size());
    }

    @Test
    void aHistoryThatIsNotWrittenStillAnswersAndCountsNoRun() {
        HistoryRepository writer = store.run();
        writer.record(List.of(seen("a", CURL, NOON, NOON)));
        Store readOnly = new Store(store.config.withoutWritingHistory());
        try (readOnly) {
            HistoryRepository reader = readOnly.run();
            reader.record(List.of(seen("b", peer("x", "192.0.2.9", 1, Protocol.TCP), NOON, NOON)));
            assertEquals(Map.of(CURL, 1), reader.otherRuns(Set.of(CURL)));
            assertEquals(1, reader.find(HistoryQuery.ALL).size());
        }
        assertEquals(Map.of(CURL, 0), writer.otherRuns(Set.of(CURL)));
    }

    @Test
    void aRunThatWasSilentTooLongIsANewOneWhenItSpeaksAgain() {
        HistoryRepository sleeper = store.run();
        sleeper.record(List.of(seen("a", CURL, NOON, NOON)));
        store.clock.advance(Limits.RUN_LIFE);
        HistoryRepository other = store.run();
        other.record(List.of(seen("b", CURL, NOON, NOON)));
        other.record(List.of(seen("c", CURL, NOON, NOON)));
        sleeper.record(List.of(seen("a", CURL, NOON, NOON)));
        assertEquals(3, other.find(HistoryQuery.ALL).get(0).runs());
        assertEquals(Map.of(CURL, 2), sleeper.otherRuns(Set.of(CURL)));
    }

    @Test
    void anEndedRunLeavesNothingButItsCounts() throws SQLException {
        HistoryRepository run = store.run();
        run.record(List.of(seen("a", CURL, NOON, NOON, 1, 1)));
        run.close();
        assertEquals(List.of("0"), store.ask("SELECT count(*) FROM run"));
        assertEquals(List.of("0"), store.ask("SELECT count(*) FROM peer_run"));
        assertEquals(List.of("1"), store.ask("SELECT runs FROM peer"));
    }

    @Test
    void goesOnWhenItsFileIsRemovedUnderIt() throws Exception {
        Persistence persistence = store.open();
        persistence.history().record(List.of(seen("a", CURL, NOON, NOON)));
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        persistence.history().record(List.of(seen("b", CURL, NOON, NOON)));
        assertEquals(List.of("1"), store.ask("SELECT runs FROM peer"));
        assertEquals("history-replaced", persistence.notices().get(0).code());
    }

    @Test
    void anUnlimitedSinceAndADistantTimeAreNoTrouble() {
        HistoryRepository run = store.run();
        Fingerprint old = peer("old", "192.0.2.1", 1, Protocol.TCP);
        run.record(List.of(seen("a", old, Instant.MIN, Instant.MAX)));
        assertEquals(
                1,
                run.find(new HistoryQuery(Optional.empty(), Optional.empty(), Optional.of(Instant.MIN), 5))
                        .size());
    }

    @Test
    void findsTheLatestWithoutLookingAtTheRest() throws SQLException {
        store.run().record(List.of(seen("a", CURL, NOON, NOON)));
        String sql = Sessions.factory()
                .getConfiguration()
                .getMappedStatement(SightingMapper.class.getName() + ".find")
                .getBoundSql(new SightingMapper.Question(null, null, 0, 5))
                .getSql()
                .replace("?", "NULL");
        List<String> plan = planOf(sql);
        assertTrue(plan.stream().anyMatch(step -> step.contains("peer_by_last_seen")), plan::toString);
        assertTrue(plan.stream().anyMatch(step -> step.contains("imported_by_last_seen")), plan::toString);
        assertTrue(plan.stream().noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP")), plan::toString);
    }

    private List<String> planOf(String sql) throws SQLException {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + store.file());
                var statement = connection.createStatement();
                var result = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            List<String> steps = new java.util.ArrayList<>();
            while (result.next()) {
                steps.add(result.getString("detail"));
            }
            return steps;
        }
    }

    @Test
    void anIntervalOfAnHourBetweenTwoLooksIsKept() {
        HistoryRepository run = store.run();
        run.record(List.of(seen("a", CURL, NOON, NOON)));
        run.record(List.of(seen("a", CURL, NOON, NOON.plus(Duration.ofHours(1)))));
        Sighting sighting = run.find(HistoryQuery.ALL).get(0);
        assertEquals(Duration.ofHours(1), Duration.between(sighting.firstSeen(), sighting.lastSeen()));
    }
}
