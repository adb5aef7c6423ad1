package dev.netwatch.adapters.collect.support.ebpf;

import dev.netwatch.domain.notice.Notice;
import java.util.List;
import java.util.function.Consumer;

/**
 * What programs in the kernel wrote down about sockets: {@link EbpfEngine}'s, or recorded ones. All methods but {@link
 * #close} throw {@link dev.netwatch.domain.notice.SourceException} if the kernel does not let them read. Not thread-safe.
 */
public interface SocketRecords extends AutoCloseable {

    /** What works only in part, for as long as it is open. */
    List<Notice> notices();

    /** Whether the process numbers of the records are those this process would use. */
    boolean ownersKnown();

    /** Cookie of the network namespace this process is in; 0 if unknown. */
    long netnsCookie();

    /** Of how many further remotes of UDP sockets records can be kept. */
    int peerLimit();

    /** Shows each socket's record once. */
    void forEachSocket(Consumer<SocketRecord> consumer);

    /** Shows each UDP remote that is not its socket's first once. */
    void forEachPeer(Consumer<PeerRecord> consumer);

    /** Updates that found no room since the last call. */
    long drainLosses();

    /** Gives the room of a socket that has gone to others. */
    void forget(long cookie);

    /** Gives the room of a remote that has gone to others. */
    void forget(PeerRecord peer);

    /** Idempotent, never throws. */
    @Override
    void close();
}
