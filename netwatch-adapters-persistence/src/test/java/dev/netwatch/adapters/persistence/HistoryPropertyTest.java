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
import dev.netwatch.domain.testkit.FakeHistoryRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is recorded by whom and in which order, the database and the fake, which computes afresh, agree. */
class HistoryPropertyTest {
    private static final List<Fingerprint> PEERS = List.of(
            new Fingerprint("/usr/bin/curl", IpAddress.parse("192.0.2.1"), 443, Protocol.TCP),
            new Fingerprint("/usr/bin/curl", IpAddress.parse("192.0.2.1"), 443, Protocol.UDP),
            new Fingerprint("curl", IpAddress.parse("192.0.2.1"), 443, Protocol.TCP),
            new Fingerprint("", IpAddress.parse("192.0.2.1"), 443, Protocol.TCP));

    /** Something that one of two runs does. */
    record Deed(boolean bySecond, List<Observation> batch) {}

    /** Times are distinct within a sequence: of two owners that were seen at the same moment, either may keep a socket. */
    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<List<Observation>> batch = observation().list().ofMinSize(1).ofMaxSize(4);
        return Combinators.combine(Arbitraries.of(true, false), batch)
                .as(Deed::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(HistoryPropertyTest::withDistinctTimes);
    }

    private Arbitrary<Observation> observation() {
        Arbitrary<Optional<ByteCounters>> counters = Combinators.combine(
                        Arbitraries.longs().between(0, 1_000),
                        Arbitraries.longs().between(0, 1_000),
                        Arbitraries.of(true, false))
                .as((received, sent, exact) -> exact
                        ? ByteCounters.exact(received, sent)
                        : ByteCounters.exact(received, sent).estimated())
                .optional(0.7);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(PEERS),
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.integers().between(0, 500),
                        counters)
                .as((socket, peer, from, length, bytes) -> new Observation(
                        new SocketId("s" + socket),
                        peer,
                        "curl",
                        Store.NOON.plusSeconds(from),
                        Store.NOON.plusSeconds(from + length),
                        bytes));
    }

    private static List<Deed> withDistinctTimes(List<Deed> deeds) {
        List<Deed> distinct = new ArrayList<>();
        int micros = 0;
        for (Deed deed : deeds) {
            List<Observation> batch = new ArrayList<>();
            for (Observation seen : deed.batch) {
                batch.add(new Observation(
                        seen.socket(),
                        seen.peer(),
                        seen.processName(),
                        seen.seenFrom(),
                        seen.seenUntil().plusNanos(1_000L * ++micros),
                        seen.counters()));
            }
            distinct.add(new Deed(deed.bySecond, batch));
        }
        return distinct;
    }

    @Property(tries = 60)
    void twoRunsAgreeWithTheFake(@ForAll("deeds") List<Deed> deeds) throws IOException {
        Path directory = Files.createTempDirectory("netwatch-property");
        FakeHistoryRepository.Store model = new FakeHistoryRepository.Store();
        try (Store store = new Store(directory)) {
            List<HistoryRepository> real = List.of(store.run(), store.run());
            List<HistoryRepository> fake = List.of(new FakeHistoryRepository(model), new FakeHistoryRepository(model));
            for (Deed deed : deeds) {
                int run = deed.bySecond ? 1 : 0;
                real.get(run).record(deed.batch);
                fake.get(run).record(deed.batch);
            }
            for (int run = 0; run < 2; run++) {
                assertEquals(fake.get(run).otherRuns(PEERS), real.get(run).otherRuns(PEERS));
            }
            assertEquals(ordered(fake.get(0)), ordered(real.get(0)));
            deeds.forEach(deed -> real.get(deed.bySecond ? 1 : 0).record(deed.batch));
            assertEquals(ordered(fake.get(0)), ordered(real.get(1)), "after repeating everything");
        } finally {
            delete(directory);
        }
    }

    private static List<Sighting> ordered(HistoryRepository history) {
        List<Sighting> found = history.find(HistoryQuery.ALL);
        Set<Sighting> different = new HashSet<>(found);
        assertEquals(found.size(), different.size());
        return found.stream()
                .sorted(Comparator.comparing(Sighting::process).thenComparing(Sighting::protocol))
                .toList();
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
