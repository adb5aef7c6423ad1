package dev.netwatch.tui.config;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 500ms}, {@code 2s}, {@code 1m}, {@code 24h}, {@code 7d}. */
public final class Durations {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private Durations() {}

    /** @throws UsageException if the text is no length of time, or none at all ({@code 0s}) */
    public static Duration parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new UsageException("'" + text + "' is no length of time; write 500ms, 2s, 1m, 24h or 7d");
        }
        Duration length = UNITS.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
        if (length.isZero()) {
            throw new UsageException("'" + text + "' is no time at all; write 500ms, 2s, 1m, 24h or 7d");
        }
        return length;
    }

    /** As {@link #parse}, and within bounds. */
    public static Duration parse(String text, Duration shortest, Duration longest) {
        Duration length = parse(text);
        if (length.compareTo(shortest) < 0 || length.compareTo(longest) > 0) {
            throw new UsageException(
                    "'" + text + "' is out of bounds; choose from " + format(shortest) + " to " + format(longest));
        }
        return length;
    }

    /** The shortest text that {@link #parse} reads as the same length; below a millisecond is cut off. */
    public static String format(Duration length) {
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            long nanos = UNITS.get(unit).toNanos();
            if (!length.isZero() && length.toNanos() % nanos == 0) {
                return length.toNanos() / nanos + unit;
            }
        }
        return length.toMillis() + "ms";
    }
}
