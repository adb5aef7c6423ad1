package dev.netwatch.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.history.Observation;
import dev.netwatch.domain.history.Sighting;
import dev.netwatch.domain.port.HistoryRepository;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HousekeepingTest {
    @TempDir
    private Path directory;

    private Store store;
    private SqliteDatabase database;

    @BeforeEach
    void open() {
        store = new Store(directory);
        database =
                new SqliteDatabase(new DatabaseOpener(store.config, store.clock, new NoticeBoard()), new NoticeBoard());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private HistoryRepository run(int peers, int sockets, int batch) {
        Limits limits = new Limits(Duration.ofDays(10), peers, sockets, 10, batch);
        return new MybatisHistoryRepository(database, store.clock, true, new Housekeeping(store.clock, limits));
    }

    private Observation seen(String socket, int peer, Instant from, long bytes) {
        return new Observation(
                new SocketId(socket),
                new Fingerprint("p", IpAddress.v4(peer), 443, Protocol.TCP),
                "p",
                from,
                store.clock.now(),
                Optional.of(ByteCounters.exact(bytes, bytes)));
    }

    private long received(HistoryRepository history) {
        return history.find(HistoryQuery.ALL).stream()
                .map(Sighting::received)
                .mapToLong(OptionalLong::orElseThrow)
                .sum();
    }

    private String count(String table) throws SQLException {
        return store.ask("SELECT count(*) FROM " + table).get(0);
    }

    @Test
    void aPeerNotSeenForTheRetentionIsForgotten() {
        HistoryRepository history = run(100, 100, 100);
        history.record(List.of(seen("a", 1, store.clock.now(), 5)));
        store.clock.advance(Duration.ofDays(10));
        history.record(List.of(seen("b", 2, store.clock.now(), 7)));
        assertEquals(
                List.of("0.0.0.2"),
                history.find(HistoryQuery.ALL).stream().map(Sighting::remote).toList());
    }

    @Test
    void ofTooManyPeersTheLatestStay() {
        HistoryRepository history = run(3, 100, 100);
        for (int i = 0; i < 8; i++) {
            store.clock.advance(Duration.ofMinutes(1));
            history.record(List.of(seen("s" + i, i, store.clock.now(), 1)));
        }
        assertEquals(
                List.of("0.0.0.7", "0.0.0.6", "0.0.0.5"),
                history.find(HistoryQuery.ALL).stream().map(Sighting::remote).toList());
    }

    @Test
    void forgottenSocketsStayInTheTotalsAndAreNotCountedAgain() throws SQLException {
        HistoryRepository history = run(100, 4, 100);
        Instant begin = store.clock.now();
        List<Observation> early = IntStream.range(0, 20)
                .mapToObj(i -> seen("s" + i, 1, begin, 10))
                .toList();
        history.record(early);
        assertEquals("20", count("socket"), "fresh ones are kept, however many");
        store.clock.advance(Limits.FRESH.plusMinutes(2));
        history.record(List.of(seen("later", 1, store.clock.now(), 1)));
        assertEquals("1", count("socket"));
        assertEquals(201, received(history));
        history.record(early);
        assertEquals(201, received(history), "the repeated batch is known, though its sockets are forgotten");
    }

    @Test
    void aSocketThatIsStillSeenIsNotForgotten() {
        HistoryRepository history = run(100, 4, 100);
        Instant begin = store.clock.now();
        for (int i = 0; i < 30; i++) {
            store.clock.advance(Limits.FRESH);
            history.record(List.of(seen("short" + i, 1, store.clock.now(), 1), seen("long", 2, begin, 100 + i)));
        }
        assertEquals(30 + 129, received(history));
    }

    @Test
    void muchGoesInSmallPartsUntilAllIsGone() throws SQLException {
        HistoryRepository history = run(1_000, 1_000, 10);
        List<Observation> old = IntStream.range(0, 100)
                .mapToObj(i -> new Observation(
                        new SocketId("s" + i),
                        new Fingerprint("p", IpAddress.v4(i), 443, Protocol.TCP),
                        "p",
                        store.clock.now(),
                        store.clock.now().plusMillis(i),
                        Optional.empty()))
                .toList();
        history.record(old);
        store.clock.advance(Duration.ofDays(11));
        history.record(List.of(seen("new", 1_000, store.clock.now(), 1)));
        assertEquals("91", count("peer"));
        for (int i = 0; i < 9; i++) {
            history.record(List.of(seen("new", 1_000, store.clock.now(), 1)));
        }
        assertEquals("1", count("peer"));
        assertEquals("1", count("socket"));
    }
}
