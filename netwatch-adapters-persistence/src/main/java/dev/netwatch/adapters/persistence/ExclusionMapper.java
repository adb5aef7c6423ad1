package dev.netwatch.adapters.persistence;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Reads and writes exclusions. */
interface ExclusionMapper {
    record ExclusionRow(String process, long addedAt) {}

    @Select("SELECT process, added_at AS addedAt FROM exclusion ORDER BY process")
    List<ExclusionRow> list();

    @Insert("INSERT OR IGNORE INTO exclusion (process, added_at) VALUES (#{process}, #{addedAt})")
    void add(ExclusionRow exclusion);

    @Delete("DELETE FROM exclusion WHERE process = #{process}")
    int remove(@Param("process") String process);

    @Delete("DELETE FROM exclusion WHERE 1")
    int clear();
}
