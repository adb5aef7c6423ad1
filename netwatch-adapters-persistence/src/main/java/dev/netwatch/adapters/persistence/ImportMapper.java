package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.name.NameKind;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Writes what an import brings. */
interface ImportMapper {
    /** @param portText the port as it was written, readable or not */
    record ImportedRow(
            String process,
            String remote,
            @Nullable String address,
            @Nullable Integer port,
            String portText,
            Protocol protocol,
            long firstSeen,
            long lastSeen,
            long timesSeen,
            long importedAt) {}

    /* An address with and without its organisation are one peer. In a session both rows may have counted, so the sum
     * could count sessions that never were; the larger is sure. */
    @Insert("""
            INSERT INTO imported (process, remote, address, port, port_text, protocol,
                first_seen, last_seen, times_seen, imported_at)
            VALUES (#{process}, #{remote}, #{address}, #{port}, #{portText}, #{protocol},
                #{firstSeen}, #{lastSeen}, #{timesSeen}, #{importedAt})
            ON CONFLICT (address, port, protocol, process) DO UPDATE SET
                first_seen = min(first_seen, excluded.first_seen),
                last_seen = max(last_seen, excluded.last_seen),
                times_seen = max(times_seen, excluded.times_seen)
            """)
    void insertConnection(ImportedRow row);

    @Insert("""
            INSERT OR IGNORE INTO name (address, kind, text, known, failed, learned_at, expires_at)
            VALUES (#{address}, #{kind}, #{text}, #{text}, 0, #{learnedAt}, #{expiresAt})
            """)
    void insertName(
            @Param("address") String address,
            @Param("kind") NameKind kind,
            @Param("text") @Nullable String text,
            @Param("learnedAt") long learnedAt,
            @Param("expiresAt") long expiresAt);

    @Insert("INSERT OR IGNORE INTO exclusion (process, added_at) VALUES (#{process}, #{addedAt})")
    void insertExclusion(@Param("process") String process, @Param("addedAt") long addedAt);
}
