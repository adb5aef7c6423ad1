package dev.netwatch.domain.port;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Sample;
import java.util.Optional;
import java.util.Set;

/** A way of asking the operating system which sockets are open. Not thread-safe: one thread samples and closes. */
public interface ConnectionSource extends AutoCloseable {
    /** The code of a refusal that says no more than that the source is made for another system. */
    String OTHER_SYSTEM = "other-system";

    /** Stable name for options, notices and logs, such as {@code inet-diag}. */
    String id();

    /** What every sample from this source carries, and nothing it may only sometimes carry. */
    Set<Capability> capabilities();

    /**
     * Which source to prefer: the one that promises more has the higher rank. Ranks below 0 are never chosen unasked
     * (a replay).
     */
    int rank();

    /**
     * Why this source cannot work here and now; empty when it can. Cheap and silent; what stays open opens with the
     * first {@link #sample}, and where that fails to open, this tells why from then on.
     */
    Optional<Notice> refusal();

    /**
     * Reads the socket table once.
     *
     * @return the sockets open now, and those that closed since the last call with their final counters, where the
     *     source can know them; with the coverage of the time between
     * @throws dev.netwatch.domain.notice.SourceException if nothing could be read; a partial read returns, and its
     *     coverage says so
     */
    Sample sample();

    /** Releases what sampling holds (sockets, threads). Idempotent, never throws. */
    @Override
    void close();
}
