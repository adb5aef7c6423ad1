package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.Protocol;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Asks the history. */
interface SightingMapper {
    /**
     * What to ask {@link #find} for.
     *
     * @param process a LIKE pattern, escaped by a backslash; null for any
     * @param remote likewise
     */
    record Question(@Nullable String process, @Nullable String remote, long since, int limit) {}

    /* Two walks along the index of last_seen, merged until the limit is reached. A peer of ours takes what was imported
     * of it along, whose bytes nobody counted; what was imported and never seen since stands alone. The columns are spelled out, by name: MyBatis
     * would find the same by itself, but anew for every row, and a history has many. */
    @Arg(name = "process", column = "process", javaType = String.class)
    @Arg(name = "processName", column = "processName", javaType = String.class)
    @Arg(name = "remote", column = "remote", javaType = String.class)
    @Arg(name = "address", column = "address", javaType = String.class)
    @Arg(name = "port", column = "port", javaType = int.class)
    @Arg(name = "protocol", column = "protocol", javaType = Protocol.class)
    @Arg(name = "firstSeen", column = "firstSeen", javaType = long.class)
    @Arg(name = "lastSeen", column = "lastSeen", javaType = long.class)
    @Arg(name = "runs", column = "runs", javaType = long.class)
    @Arg(name = "received", column = "received", javaType = Long.class)
    @Arg(name = "sent", column = "sent", javaType = Long.class)
    @Arg(name = "quality", column = "quality", javaType = ByteQuality.class)
    @Arg(name = "hostName", column = "hostName", javaType = String.class)
    @Arg(name = "organisation", column = "organisation", javaType = String.class)
    @Select("""
            SELECT p.process, p.process_name AS processName, p.address AS remote, p.address, p.port, p.protocol,
                min(p.first_seen, coalesce(i.first_seen, p.first_seen)) AS firstSeen, p.last_seen AS lastSeen,
                p.runs + coalesce(i.times_seen, 0) AS runs,
                CASE WHEN p.measured > 0 THEN p.received END AS received,
                CASE WHEN p.measured > 0 THEN p.sent END AS sent,
                CASE WHEN p.measured = 0 THEN 'UNAVAILABLE'
                    WHEN p.inexact > 0 OR i.id IS NOT NULL THEN 'ESTIMATED' ELSE 'EXACT' END AS quality,
                h.known AS hostName, o.known AS organisation
            FROM peer p
            LEFT JOIN imported i ON i.address = p.address AND i.port = p.port AND i.protocol = p.protocol
                AND i.process = p.program
            LEFT JOIN name h ON h.address = p.address AND h.kind = 'HOST'
            LEFT JOIN name o ON o.address = p.address AND o.kind = 'ORGANISATION'
            WHERE p.last_seen >= #{since}
                AND (#{process} IS NULL OR p.process LIKE #{process} ESCAPE '\\'
                    OR p.process_name LIKE #{process} ESCAPE '\\')
                AND (#{remote} IS NULL OR p.address LIKE #{remote} ESCAPE '\\'
                    OR h.known LIKE #{remote} ESCAPE '\\' OR o.known LIKE #{remote} ESCAPE '\\')
            UNION ALL
            SELECT i.process, i.process, i.remote, i.address, coalesce(i.port, 0), i.protocol,
                i.first_seen, i.last_seen, i.times_seen, NULL, NULL, 'UNAVAILABLE', h.known, o.known
            FROM imported i
            LEFT JOIN name h ON h.address = i.address AND h.kind = 'HOST'
            LEFT JOIN name o ON o.address = i.address AND o.kind = 'ORGANISATION'
            WHERE i.last_seen >= #{since}
                AND (#{process} IS NULL OR i.process LIKE #{process} ESCAPE '\\')
                AND (#{remote} IS NULL OR i.remote LIKE #{remote} ESCAPE '\\'
                    OR h.known LIKE #{remote} ESCAPE '\\' OR o.known LIKE #{remote} ESCAPE '\\')
                AND NOT EXISTS (SELECT 1 FROM peer p WHERE p.address = i.address AND p.port = i.port
                    AND p.protocol = i.protocol AND p.program = i.process)
            ORDER BY lastSeen DESC
            LIMIT #{limit}
            """)
    List<SightingRow> find(Question question);

    /** One peer, if this history has it; what was imported of it taken along. */
    @Select("""
            SELECT p.process, p.process_name AS processName, p.address AS remote, p.address, p.port, p.protocol,
                min(p.first_seen, coalesce(i.first_seen, p.first_seen)) AS firstSeen, p.last_seen AS lastSeen,
                p.runs + coalesce(i.times_seen, 0) AS runs,
                CASE WHEN p.measured > 0 THEN p.received END AS received,
                CASE WHEN p.measured > 0 THEN p.sent END AS sent,
                CASE WHEN p.measured = 0 THEN 'UNAVAILABLE'
                    WHEN p.inexact > 0 OR i.id IS NOT NULL THEN 'ESTIMATED' ELSE 'EXACT' END AS quality,
                h.known AS hostName, o.known AS organisation
            FROM peer p
            LEFT JOIN imported i ON i.address = p.address AND i.port = p.port AND i.protocol = p.protocol
                AND i.process = p.program
            LEFT JOIN name h ON h.address = p.address AND h.kind = 'HOST'
            LEFT JOIN name o ON o.address = p.address AND o.kind = 'ORGANISATION'
            WHERE p.address = #{address} AND p.port = #{port} AND p.protocol = #{protocol} AND p.process = #{process}
            """)
    @Nullable
    SightingRow findPeer(MarkMapper.PeerKey peer);

    /* A run's peers are forgotten when it has ended, so of a bare name and a path the runs cannot be united: the most
     * are those of one of them, and nobody is counted twice. The index finds the few peers at the address. */
    /** @param program what an imported history, or one that could not read its path, would call the process */
    @Select("""
            SELECT coalesce((SELECT max(runs - EXISTS (SELECT 1 FROM peer_run WHERE run = #{run} AND peer = id))
                    FROM peer WHERE address = #{address} AND port = #{port} AND protocol = #{protocol}
                        AND (process = #{process}
                            OR #{program} <> '' AND (process = #{program} OR program = #{process}))), 0)
                + coalesce((SELECT times_seen FROM imported WHERE address = #{address} AND port = #{port}
                    AND protocol = #{protocol} AND process = #{program}), 0)
            """)
    long otherRuns(
            @Param("run") long run,
            @Param("process") String process,
            @Param("program") String program,
            @Param("address") String address,
            @Param("port") int port,
            @Param("protocol") Protocol protocol);
}
