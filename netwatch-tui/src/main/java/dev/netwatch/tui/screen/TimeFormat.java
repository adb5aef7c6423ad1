package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.TcpMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/* Times for people. By hand, since the JDK's formatters cost a noticeable part of the time to the first frame. */
final class TimeFormat {
    private static final int DAY = 24 * 60 * 60;

    private TimeFormat() {}

    /** {@code 14:02:19}. */
    static String clock(Instant time, ZoneId zone) {
        long local = time.getEpochSecond() + zone.getRules().getOffset(time).getTotalSeconds();
        int second = (int) Math.floorMod(local, (long) DAY);
        return two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60);
    }

    /** {@code 0:12:07}, {@code 3d 4:05:06}. */
    static String up(Duration time) {
        long seconds = Math.max(0, time.getSeconds());
        String days = seconds < DAY ? "" : seconds / DAY + "d ";
        return days + seconds % DAY / 3600 + ":" + two((int) (seconds / 60 % 60)) + ":" + two((int) (seconds % 60));
    }

    /** One figure and a unit, at most four columns: {@code 40s}, {@code 5m}, {@code 23h}, {@code 400d}. */
    static String age(Duration time) {
        long seconds = Math.max(0, time.getSeconds());
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return seconds / 60 + "m";
        }
        return seconds < DAY ? seconds / 3600 + "h" : Math.min(seconds / DAY, 999) + "d";
    }

    /** As it was given: {@code 2s}, {@code 500ms}, {@code 1m}. */
    static String interval(Duration time) {
        if (time.toMillis() % 1000 != 0) {
            return time.toMillis() + "ms";
        }
        return time.getSeconds() % 60 == 0 && time.getSeconds() > 0 ? time.toMinutes() + "m" : time.getSeconds() + "s";
    }

    /** {@code 0.06 ms}, {@code 4.2 ms}, {@code 31 ms}, {@code 12 s}; what is less than can be written, {@code <0.01ms}. */
    static String roundTrip(TcpMetrics metrics) {
        long micros = metrics.rttMicros();
        if (micros < 10) {
            return "<0.01ms";
        }
        if (micros < 1000) {
            return "0." + two((int) (micros / 10)) + " ms";
        }
        if (micros < 10_000) {
            return micros / 1000 + "." + micros / 100 % 10 + " ms";
        }
        return micros < 10_000_000 ? micros / 1000 + " ms" : micros / 1_000_000 + " s";
    }

    /** {@code 14:02:19} of the same day as now, else {@code 2026-01-31 14:02}. */
    static String moment(Instant time, Instant now, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(time, zone);
        if (local.toLocalDate().equals(LocalDateTime.ofInstant(now, zone).toLocalDate())) {
            return clock(time, zone);
        }
        return local.toLocalDate() + " " + two(local.getHour()) + ":" + two(local.getMinute());
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
