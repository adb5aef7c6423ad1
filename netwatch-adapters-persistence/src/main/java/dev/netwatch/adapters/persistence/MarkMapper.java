package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.connection.Protocol;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Reads and writes which peers are marked as known. */
interface MarkMapper {
    /** A fingerprint, as the database has it. */
    record PeerKey(String process, String address, int port, Protocol protocol) {}

    @Insert("""
            INSERT OR IGNORE INTO mark (address, port, protocol, process, marked_at)
            VALUES (#{peer.address}, #{peer.port}, #{peer.protocol}, #{peer.process}, #{now})
            """)
    void put(@Param("peer") PeerKey peer, @Param("now") long now);

    @Delete("""
            DELETE FROM mark WHERE address = #{address} AND port = #{port} AND protocol = #{protocol}
                AND process = #{process}
            """)
    void remove(PeerKey peer);

    @Select("""
            SELECT count(*) FROM mark WHERE address = #{address} AND port = #{port} AND protocol = #{protocol}
                AND process = #{process}
            """)
    boolean contains(PeerKey peer);
}
