package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.connection.Protocol;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Writes what a run saw. The triggers of the schema keep the totals of each peer. */
interface RecordMapper {
    /** What a batch says of one peer. */
    record PeerRow(
            String process,
            String processName,
            String program,
            String address,
            int port,
            Protocol protocol,
            long firstSeen,
            long lastSeen) {}

    /**
     * What a batch says of one socket; bytes and when they were counted null where nobody measures them.
     *
     * @param day on which they were counted, null where they are of no day's total
     * @param fresh whether all of them were carried since the run saw it open
     */
    record SocketRow(
            String id,
            String process,
            String address,
            int port,
            Protocol protocol,
            long seenFrom,
            long seenUntil,
            @Nullable Long countedAt,
            boolean exact,
            @Nullable Long received,
            @Nullable Long sent,
            @Nullable Long day,
            boolean fresh) {}

    @Select(value = "INSERT INTO run (last_write_at) VALUES (#{now}) RETURNING id", affectData = true)
    long beginRun(@Param("now") long now);

    @Select("SELECT count(*) FROM run WHERE id = #{run}")
    boolean isUnderWay(@Param("run") long run);

    @Update("UPDATE run SET last_write_at = max(last_write_at, #{now}) WHERE id = #{run}")
    void touchRun(@Param("run") long run, @Param("now") long now);

    @Delete("DELETE FROM run WHERE id = #{run}")
    void endRun(@Param("run") long run);

    @Insert("""
            INSERT INTO peer (process, process_name, program, address, port, protocol, first_seen, last_seen)
            VALUES (#{process}, #{processName}, #{program}, #{address}, #{port}, #{protocol}, #{firstSeen}, #{lastSeen})
            ON CONFLICT (address, port, protocol, process) DO UPDATE SET
                process_name = CASE WHEN excluded.last_seen >= last_seen
                    THEN excluded.process_name ELSE process_name END,
                first_seen = min(first_seen, excluded.first_seen),
                last_seen = max(last_seen, excluded.last_seen)
            """)
    void upsertPeer(PeerRow peer);

    @Insert("""
            INSERT OR IGNORE INTO peer_run (run, peer)
            SELECT #{run}, id FROM peer
            WHERE address = #{peer.address} AND port = #{peer.port} AND protocol = #{peer.protocol}
                AND process = #{peer.process}
            """)
    void markSeen(@Param("run") long run, @Param("peer") PeerRow peer);

    /* A socket that this run saw before the ledger forgot such old ones, and that is not in it, has its bytes in the
     * totals already. Of two owners the known one wins over the unknown, then the later. Whoever counted last
     * tells whether the bytes are exact, of two at the same moment the less certain one. */
    @Insert("""
            INSERT INTO socket (id, peer, owned, owner_seen, last_seen, counted_at, exact, received, sent, day, fresh)
            SELECT #{id}, peer.id, #{process} <> '', #{seenUntil}, #{seenUntil},
                #{countedAt}, #{exact}, #{received}, #{sent}, #{day}, #{fresh} FROM peer
            WHERE address = #{address} AND port = #{port} AND protocol = #{protocol} AND process = #{process}
                AND (#{seenFrom} > (SELECT forgotten_until FROM ledger)
                    OR EXISTS (SELECT 1 FROM socket WHERE id = #{id}))
            ON CONFLICT (id) DO UPDATE SET
                peer = CASE WHEN (excluded.owned, excluded.owner_seen) >= (owned, owner_seen)
                    THEN excluded.peer ELSE peer END,
                owner_seen = CASE WHEN (excluded.owned, excluded.owner_seen) >= (owned, owner_seen)
                    THEN excluded.owner_seen ELSE owner_seen END,
                owned = max(owned, excluded.owned),
                last_seen = max(last_seen, excluded.last_seen),
                exact = CASE WHEN excluded.counted_at IS NULL OR excluded.counted_at < counted_at THEN exact
                    WHEN excluded.counted_at = counted_at THEN min(exact, excluded.exact)
                    ELSE excluded.exact END,
                day = CASE WHEN excluded.counted_at IS NULL OR excluded.counted_at < counted_at THEN day
                    ELSE excluded.day END,
                counted_at = coalesce(max(counted_at, excluded.counted_at), counted_at, excluded.counted_at),
                received = coalesce(max(received, excluded.received), received, excluded.received),
                sent = coalesce(max(sent, excluded.sent), sent, excluded.sent)
            """)
    void upsertSocket(SocketRow socket);
}
