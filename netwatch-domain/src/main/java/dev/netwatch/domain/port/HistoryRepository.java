package dev.netwatch.domain.port;

import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.history.Observation;
import dev.netwatch.domain.history.Sighting;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Remembers peers across runs. One run is one life of one repository object, from its first {@link #record} to
 * {@link #close}; several may be under way at once, in one process or many, without losing each other's counts. Blocks
 * on a disk; thread-safe.
 *
 * <p>Every method but {@code close} throws {@link dev.netwatch.domain.notice.HistoryException} if the store fails.
 */
public interface HistoryRepository extends AutoCloseable {
    /**
     * How many runs other than this one have seen each of these peers.
     *
     * @return an entry for each of them, 0 for a peer that is new
     */
    Map<Fingerprint, Integer> otherRuns(Collection<Fingerprint> peers);

    /** Writes a batch, in one transaction. Repeating it changes nothing. */
    void record(Collection<Observation> batch);

    /** The peers that answer the query, latest first. */
    List<Sighting> find(HistoryQuery query);

    /** Ends the run. Idempotent, never throws. */
    @Override
    void close();
}
