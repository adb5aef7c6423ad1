package dev.netwatch.adapters.persistence;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Deletes old rows, along indexes. Times are inclusive. */
interface HousekeepingMapper {
    @Delete("DELETE FROM run WHERE last_write_at <= #{until}")
    void deleteRuns(@Param("until") long until);

    /** When the socket was seen that is the first too many, if there is one. */
    @Select("SELECT last_seen FROM socket ORDER BY last_seen DESC LIMIT 1 OFFSET #{kept}")
    @Nullable
    Long lastSeenOfSocket(@Param("kept") int kept);

    /** Until when to forget sockets, so that no more than so many go; null if there are none to forget. */
    @Select("""
            SELECT max(last_seen) FROM (
                SELECT last_seen FROM socket WHERE last_seen <= #{until} ORDER BY last_seen LIMIT #{most})
            """)
    @Nullable
    Long socketHorizon(@Param("until") long until, @Param("most") int most);

    @Delete("DELETE FROM mark WHERE marked_at <= #{until}")
    void deleteMarks(@Param("until") long until);

    @Delete("DELETE FROM socket WHERE last_seen <= #{until}")
    void deleteSockets(@Param("until") long until);

    @Update("UPDATE ledger SET forgotten_until = max(forgotten_until, #{until})")
    void forgetUntil(@Param("until") long until);

    @Select("SELECT last_seen FROM peer ORDER BY last_seen DESC LIMIT 1 OFFSET #{kept}")
    @Nullable
    Long lastSeenOfPeer(@Param("kept") int kept);

    @Select("SELECT EXISTS (SELECT 1 FROM peer WHERE last_seen <= #{until})")
    boolean hasPeers(@Param("until") long until);

    @Delete("""
            DELETE FROM peer WHERE id IN (
                SELECT id FROM peer WHERE last_seen <= #{until} ORDER BY last_seen LIMIT #{most})
            """)
    void deletePeers(@Param("until") long until, @Param("most") int most);

    /** Imported rows are kept for a full term after their import, however old they were. */
    @Delete("""
            DELETE FROM imported WHERE id IN (
                SELECT id FROM imported WHERE last_seen <= #{until} AND imported_at <= #{until}
                ORDER BY last_seen LIMIT #{most})
            """)
    void deleteImported(@Param("until") long until, @Param("most") int most);

    @Select("SELECT expires_at FROM name ORDER BY expires_at DESC LIMIT 1 OFFSET #{kept}")
    @Nullable
    Long expiryOfName(@Param("kept") int kept);

    @Delete("""
            DELETE FROM name WHERE (address, kind) IN (
                SELECT address, kind FROM name WHERE expires_at <= #{until} ORDER BY expires_at LIMIT #{most})
            """)
    void deleteNames(@Param("until") long until, @Param("most") int most);
}
