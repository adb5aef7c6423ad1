package dev.netwatch.adapters.persistence;

import dev.netwatch.adapters.persistence.MarkMapper.PeerKey;
import dev.netwatch.adapters.persistence.RecordMapper.PeerRow;
import dev.netwatch.adapters.persistence.RecordMapper.SocketRow;
import dev.netwatch.adapters.persistence.SightingMapper.Question;
import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.history.Observation;
import dev.netwatch.domain.history.Sighting;
import dev.netwatch.domain.notice.HistoryException;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.HistoryRepository;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** The history on SQLite. */
/*
 * Several runs share the file without talking to each other. Each adds itself to a peer once (peer_run), and the bytes
 * of a socket are the most that anybody counted of it (socket); both tables are asked inside the transaction that adds
 * to the totals, so nobody counts twice whatever the order. A run that was silent for so long that it was taken for dead
 * is a new one when it speaks again.
 */
final class MybatisHistoryRepository implements HistoryRepository {
    private static final System.Logger LOG = System.getLogger(MybatisHistoryRepository.class.getName());
    private static final long NO_RUN = -1;

    private final SqliteDatabase database;
    private final Clock clock;
    private final boolean writes;
    private final ZoneId zone = ZoneId.systemDefault();
    private final Housekeeping housekeeping;
    private volatile long run = NO_RUN;
    private volatile boolean closed;

    MybatisHistoryRepository(SqliteDatabase database, Clock clock, PersistenceConfig config) {
        this(database, clock, config.writesHistory(), new Housekeeping(clock, Limits.of(config.retention())));
    }

    MybatisHistoryRepository(SqliteDatabase database, Clock clock, boolean writes, Housekeeping housekeeping) {
        this.database = database;
        this.clock = clock;
        this.writes = writes;
        this.housekeeping = housekeeping;
    }

    @Override
    public Map<Fingerprint, Integer> otherRuns(Collection<Fingerprint> peers) {
        if (peers.isEmpty()) {
            return Map.of();
        }
        return database.read(session -> {
            SightingMapper mapper = session.getMapper(SightingMapper.class);
            Map<Fingerprint, Integer> runs = new HashMap<>();
            for (Fingerprint peer : peers) {
                runs.computeIfAbsent(peer, asked -> otherRuns(mapper, asked));
            }
            return runs;
        });
    }

    private int otherRuns(SightingMapper mapper, Fingerprint peer) {
        long runs = mapper.otherRuns(
                run, peer.process(), peer.program(), peer.remote().toString(), peer.port(), peer.protocol());
        return (int) Math.min(runs, Integer.MAX_VALUE);
    }

    @Override
    public void record(Collection<Observation> batch) {
        if (closed) {
            throw new IllegalStateException("this run has ended");
        }
        if (writes && !batch.isEmpty()) {
            run = database.write(ExecutorType.BATCH, session -> write(session, batch));
            housekeeping.swept();
        }
    }

    /** @return the run it was written for */
    private long write(SqlSession session, Collection<Observation> batch) {
        RecordMapper mapper = session.getMapper(RecordMapper.class);
        long now = Times.toMicros(clock.now());
        long current = run != NO_RUN && mapper.isUnderWay(run) ? run : mapper.beginRun(now);
        mapper.touchRun(current, now);
        Collection<PeerRow> peers = peers(batch);
        peers.forEach(mapper::upsertPeer);
        peers.forEach(peer -> mapper.markSeen(current, peer));
        batch.forEach(observation -> mapper.upsertSocket(socket(observation)));
        session.flushStatements();
        housekeeping.sweep(session, batch.size());
        return current;
    }

    private static Collection<PeerRow> peers(Collection<Observation> batch) {
        Map<Fingerprint, PeerRow> peers = new HashMap<>();
        for (Observation observation : batch) {
            peers.merge(observation.peer(), peer(observation), MybatisHistoryRepository::merge);
        }
        return peers.values();
    }

    private static PeerRow peer(Observation observation) {
        Fingerprint peer = observation.peer();
        return new PeerRow(
                peer.process(),
                observation.processName(),
                peer.program(),
                peer.remote().toString(),
                peer.port(),
                peer.protocol(),
                Times.toMicros(observation.seenFrom()),
                Times.toMicros(observation.seenUntil()));
    }

    private static PeerRow merge(PeerRow one, PeerRow other) {
        return new PeerRow(
                one.process(),
                other.lastSeen() >= one.lastSeen() ? other.processName() : one.processName(),
                one.program(),
                one.address(),
                one.port(),
                one.protocol(),
                Math.min(one.firstSeen(), other.firstSeen()),
                Math.max(one.lastSeen(), other.lastSeen()));
    }

    private SocketRow socket(Observation observation) {
        Fingerprint peer = observation.peer();
        return new SocketRow(
                observation.socket().value(),
                peer.process(),
                peer.remote().toString(),
                peer.port(),
                peer.protocol(),
                Times.toMicros(observation.seenFrom()),
                Times.toMicros(observation.seenUntil()),
                observation
                        .counters()
                        .map(counted -> Times.toMicros(observation.seenUntil()))
                        .orElse(null),
                ByteCounters.qualityOf(observation.counters()) == ByteQuality.EXACT,
                observation.counters().map(ByteCounters::received).orElse(null),
                observation.counters().map(ByteCounters::sent).orElse(null),
                peer.remote().isLoopback() ? null : day(observation.seenUntil()),
                observation.sinceOpened());
    }

    private long day(Instant time) {
        Instant kept = Times.fromMicros(Times.toMicros(time)); // no calendar reaches the ends of all time
        return kept.atZone(zone).toLocalDate().toEpochDay();
    }

    @Override
    public Optional<ByteCounters> bytesOfDay(Instant within) {
        return writes
                ? database.read(session -> Optional.ofNullable(
                                session.getMapper(DayMapper.class).find(day(within)))
                        .map(DayMapper.DayRow::counters))
                : Optional.empty();
    }

    @Override
    public Optional<Sighting> find(Fingerprint peer) {
        return database.read(session -> Optional.ofNullable(
                        session.getMapper(SightingMapper.class).findPeer(key(peer)))
                .map(SightingRow::toSighting));
    }

    @Override
    public void mark(Fingerprint peer, boolean known) {
        if (!writes) {
            return;
        }
        database.write(ExecutorType.SIMPLE, session -> {
            MarkMapper mapper = session.getMapper(MarkMapper.class);
            if (known) {
                mapper.put(key(peer), Times.toMicros(clock.now()));
            } else {
                mapper.remove(key(peer));
            }
            return known;
        });
    }

    @Override
    public Set<Fingerprint> marked(Collection<Fingerprint> peers) {
        return peers.isEmpty()
                ? Set.of()
                : database.read(session -> {
                    MarkMapper mapper = session.getMapper(MarkMapper.class);
                    return peers.stream()
                            .filter(peer -> mapper.contains(key(peer)))
                            .collect(Collectors.toUnmodifiableSet());
                });
    }

    private static PeerKey key(Fingerprint peer) {
        return new PeerKey(peer.process(), peer.remote().toString(), peer.port(), peer.protocol());
    }

    @Override
    public List<Sighting> find(HistoryQuery query) {
        Question question = new Question(
                pattern(query.process()),
                pattern(query.remote()),
                query.since().map(Times::toMicros).orElse(Long.MIN_VALUE),
                query.limit());
        return database.read(session -> session.getMapper(SightingMapper.class).find(question).stream()
                .map(SightingRow::toSighting)
                .toList());
    }

    private static @Nullable String pattern(Optional<String> part) {
        return part.map(text -> "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .orElse(null);
    }

    /** Which peers this run saw is of no use any more; where this fails, a later run's housekeeping does it. */
    @Override
    public void close() {
        closed = true;
        long ending = run;
        run = NO_RUN;
        if (ending == NO_RUN) {
            return;
        }
        try {
            database.write(ExecutorType.SIMPLE, session -> {
                session.getMapper(RecordMapper.class).endRun(ending);
                return ending;
            });
        } catch (HistoryException e) {
            LOG.log(System.Logger.Level.DEBUG, "the run was not ended", e);
        }
    }
}
