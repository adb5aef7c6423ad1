package dev.netwatch.domain.port;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.CachedName;
import dev.netwatch.domain.name.NameKind;
import java.util.Optional;

/** Keeps what DNS and whois taught. Thread-safe; may block on a disk, so nobody who must answer at once calls it. */
public interface NameCache {
    /**
     * What was kept, if it has not expired.
     *
     * @throws dev.netwatch.domain.notice.HistoryException if it cannot be read
     */
    Optional<CachedName> find(IpAddress address, NameKind kind);

    /**
     * Keeps an answer in place of an earlier one.
     *
     * @throws dev.netwatch.domain.notice.HistoryException if it cannot be written
     */
    void put(IpAddress address, NameKind kind, CachedName name);
}
