package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.connection.ByteCounters;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Asks for the totals of days, which triggers keep. */
interface DayMapper {
    /** A day's bytes. */
    record DayRow(long received, long sent, boolean inexact) {
        ByteCounters counters() {
            ByteCounters exact = ByteCounters.exact(received, sent);
            return inexact ? exact.estimated() : exact;
        }
    }

    /** @param day since 1970-01-01 */
    @Select("SELECT received, sent, inexact FROM day_total WHERE day = #{day}")
    @Nullable
    DayRow find(@Param("day") long day);
}
