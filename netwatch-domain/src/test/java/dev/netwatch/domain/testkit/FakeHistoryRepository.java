package dev.netwatch.domain.testkit;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.history.Observation;
import dev.netwatch.domain.history.Sighting;
import dev.netwatch.domain.port.HistoryRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** A history in memory, computed afresh from all that was ever recorded. Runs that share a {@link Store} see each other. */
public final class FakeHistoryRepository implements HistoryRepository {

    /** What outlives a run. */
    public static final class Store {
        private final List<Seen> seen = new ArrayList<>();
        private final Set<Fingerprint> marks = new HashSet<>();
    }

    private record Seen(FakeHistoryRepository run, Observation observation) {}

    private final Store store;
    private boolean closed;

    public FakeHistoryRepository() {
        this(new Store());
    }

    public FakeHistoryRepository(Store store) {
        this.store = store;
    }

    @Override
    public Map<Fingerprint, Integer> otherRuns(Collection<Fingerprint> peers) {
        synchronized (store) {
            Map<Fingerprint, Set<FakeHistoryRepository>> others = new HashMap<>();
            store.seen.stream()
                    .filter(seen -> seen.run != this)
                    .forEach(seen -> others.computeIfAbsent(seen.observation.peer(), peer -> new HashSet<>())
                            .add(seen.run));
            return peers.stream().distinct().collect(Collectors.toMap(peer -> peer, peer -> most(peer, others)));
        }
    }

    private static int most(Fingerprint peer, Map<Fingerprint, Set<FakeHistoryRepository>> runs) {
        return runs.entrySet().stream()
                .filter(entry -> peer.mayBe(entry.getKey()))
                .mapToInt(entry -> entry.getValue().size())
                .max()
                .orElse(0);
    }

    @Override
    public void record(Collection<Observation> batch) {
        synchronized (store) {
            if (closed) {
                throw new IllegalStateException("this run has ended");
            }
            batch.forEach(observation -> store.seen.add(new Seen(this, observation)));
        }
    }

    @Override
    public List<Sighting> find(HistoryQuery query) {
        synchronized (store) {
            Map<SocketId, Fingerprint> owners = owners();
            Map<Fingerprint, List<Seen>> byPeer =
                    store.seen.stream().collect(Collectors.groupingBy(seen -> seen.observation.peer()));
            return byPeer.entrySet().stream()
                    .map(entry -> sighting(entry.getKey(), entry.getValue(), owners))
                    .filter(sighting -> answers(sighting, query))
                    .sorted(Comparator.comparing(Sighting::lastSeen).reversed())
                    .limit(query.limit())
                    .toList();
        }
    }

    @Override
    public Optional<Sighting> find(Fingerprint peer) {
        synchronized (store) {
            List<Seen> own = store.seen.stream()
                    .filter(seen -> seen.observation.peer().equals(peer))
                    .toList();
            return own.isEmpty() ? Optional.empty() : Optional.of(sighting(peer, own, owners()));
        }
    }

    @Override
    public Optional<ByteCounters> bytesOfDay(Instant within) {
        synchronized (store) {
            FakeDayTotal total = new FakeDayTotal(within);
            store.seen.forEach(seen -> total.add(seen.observation));
            return total.bytes();
        }
    }

    @Override
    public void mark(Fingerprint peer, boolean known) {
        synchronized (store) {
            if (known) {
                store.marks.add(peer);
            } else {
                store.marks.remove(peer);
            }
        }
    }

    @Override
    public Set<Fingerprint> marked(Collection<Fingerprint> peers) {
        synchronized (store) {
            return peers.stream().filter(store.marks::contains).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** A socket belongs to the peer of its latest observation, but once its process is known it stays known. */
    private Map<SocketId, Fingerprint> owners() {
        Comparator<Observation> byWeight = Comparator.comparing((Observation observation) ->
                        !observation.peer().process().isEmpty())
                .thenComparing(Observation::seenUntil);
        Map<SocketId, Observation> heaviest = new HashMap<>();
        for (Seen seen : store.seen) {
            heaviest.merge(
                    seen.observation.socket(),
                    seen.observation,
                    (old, next) -> byWeight.compare(next, old) >= 0 ? next : old);
        }
        return heaviest.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().peer()));
    }

    private Sighting sighting(Fingerprint peer, List<Seen> seen, Map<SocketId, Fingerprint> owners) {
        List<Observation> own = seen.stream().map(Seen::observation).toList();
        Set<SocketId> sockets = own.stream()
                .map(Observation::socket)
                .filter(socket -> peer.equals(owners.get(socket)))
                .collect(Collectors.toSet());
        return new Sighting(
                peer.process(),
                own.stream()
                        .max(Comparator.comparing(Observation::seenUntil))
                        .orElseThrow()
                        .processName(),
                peer.remote().toString(),
                Optional.of(peer.remote()),
                peer.port(),
                peer.protocol(),
                own.stream()
                        .map(Observation::seenFrom)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                own.stream()
                        .map(Observation::seenUntil)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                seen.stream().map(Seen::run).distinct().count(),
                total(sockets, ByteCounters::received),
                total(sockets, ByteCounters::sent),
                quality(sockets),
                Optional.empty(),
                Optional.empty());
    }

    /** The sum over the sockets of the most that anybody counted of each; empty where nobody counted any. */
    private OptionalLong total(Set<SocketId> sockets, ToLongFunction<ByteCounters> figure) {
        Map<SocketId, Long> most = new HashMap<>();
        for (Seen seen : store.seen) {
            if (sockets.contains(seen.observation.socket())) {
                seen.observation
                        .counters()
                        .ifPresent(counters ->
                                most.merge(seen.observation.socket(), figure.applyAsLong(counters), Math::max));
            }
        }
        return most.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        most.values().stream().mapToLong(Long::longValue).sum());
    }

    /** A sum is worth no more than its worst part, and one with a part that nobody counted is an estimate. */
    private ByteQuality quality(Set<SocketId> sockets) {
        List<Optional<ByteQuality>> parts = sockets.stream().map(this::quality).toList();
        if (parts.stream().allMatch(Optional::isEmpty)) {
            return ByteQuality.UNAVAILABLE;
        }
        boolean exact = parts.stream().allMatch(part -> part.equals(Optional.of(ByteQuality.EXACT)));
        return exact ? ByteQuality.EXACT : ByteQuality.ESTIMATED;
    }

    /** As whoever counted it last says, or the less certain of two who did so at the same moment. */
    private Optional<ByteQuality> quality(SocketId socket) {
        return store.seen.stream()
                .map(Seen::observation)
                .filter(seen -> seen.socket().equals(socket) && seen.counters().isPresent())
                .max(Comparator.comparing(Observation::seenUntil)
                        .thenComparing(seen -> ByteCounters.qualityOf(seen.counters())))
                .map(seen -> ByteCounters.qualityOf(seen.counters()));
    }

    private static boolean answers(Sighting sighting, HistoryQuery query) {
        boolean process = query.process()
                .map(part -> contains(sighting.process(), part) || contains(sighting.processName(), part))
                .orElse(true);
        boolean remote =
                query.remote().map(part -> contains(sighting.remote(), part)).orElse(true);
        boolean since =
                query.since().map(time -> !sighting.lastSeen().isBefore(time)).orElse(true);
        return process && remote && since;
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        synchronized (store) {
            closed = true;
        }
    }
}
