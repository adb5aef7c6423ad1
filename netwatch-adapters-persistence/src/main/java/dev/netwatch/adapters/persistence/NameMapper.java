package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.name.NameKind;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads and writes names. */
interface NameMapper {
    @Select("""
            SELECT address, kind, text, failed, learned_at AS learnedAt, expires_at AS expiresAt FROM name
            WHERE address = #{address} AND kind = #{kind} AND expires_at > #{now}
            """)
    @Nullable
    NameRow find(@Param("address") String address, @Param("kind") NameKind kind, @Param("now") long now);

    @Insert("""
            INSERT INTO name (address, kind, text, known, failed, learned_at, expires_at)
            VALUES (#{address}, #{kind}, #{text}, #{text}, #{failed}, #{learnedAt}, #{expiresAt})
            ON CONFLICT (address, kind) DO UPDATE SET
                text = excluded.text, known = coalesce(excluded.text, known), failed = excluded.failed,
                learned_at = excluded.learned_at, expires_at = excluded.expires_at
            """)
    void put(NameRow name);
}
