package dev.netwatch.domain.port;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.history.Observation;
import dev.netwatch.domain.history.Sighting;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers peers across runs. One run is one life of one repository object, from its first {@link #record} to
 * {@link #close}; several may be under way at once, in one process or many, without losing each other's counts. Blocks
 * on a disk; thread-safe.
 *
 * <p>Every method but {@code close} throws {@link dev.netwatch.domain.notice.HistoryException} if the store fails.
 */
public interface HistoryRepository extends AutoCloseable {
    /**
     * How many runs other than this one have seen each of these peers, or one that it {@linkplain Fingerprint#mayBe may
     * be}: of such peers the count is that of the one seen by most, so that a run that saw several is not counted twice.
     *
     * @return an entry for each of them, 0 for a peer that is new
     */
    Map<Fingerprint, Integer> otherRuns(Collection<Fingerprint> peers);

    /** Writes a batch, in one transaction. Repeating it changes nothing. */
    void record(Collection<Observation> batch);

    /** The peers that answer the query, latest first. */
    List<Sighting> find(HistoryQuery query);

    /** What is remembered of this peer; empty where no run has recorded it. */
    Optional<Sighting> find(Fingerprint peer);

    /**
     * What all recorded sockets, those to this machine itself left out, carried on the local day that holds this
     * moment. However many runs saw a socket, its bytes count once.
     *
     * @return an estimate where it is not known of some bytes whether they were carried on that day, which then are not
     *     in it, such as those of sockets that were open before anybody looked; empty where nothing was recorded, and
     *     where this history is not written
     */
    Optional<ByteCounters> bytesOfDay(Instant within);

    /** Marks a peer as known though it is new, or takes that back. Does nothing where this history is not written. */
    void mark(Fingerprint peer, boolean known);

    /** Those of the peers that are marked as known. */
    Set<Fingerprint> marked(Collection<Fingerprint> peers);

    /** Ends the run. Idempotent, never throws. */
    @Override
    void close();
}
