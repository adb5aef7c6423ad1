package dev.netwatch.tui.output;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.track.Connection;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/* Values as people read them in a table: unknown is a dash, an estimate has a tilde. */
final class Cells {
    static final String UNKNOWN = "–";

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Cells() {}

    /** Such as {@code 0 B}, {@code 1023 B}, {@code 1.5 KiB}, {@code 12 MiB}; below 10 with one decimal. */
    static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        boolean decimal = unit > 0 && value < 9.95;
        return String.format(Locale.ROOT, decimal ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }

    static String bytes(OptionalLong bytes, ByteQuality quality) {
        if (bytes.isEmpty() || quality == ByteQuality.UNAVAILABLE) {
            return UNKNOWN;
        }
        return (quality == ByteQuality.ESTIMATED ? "~" : "") + bytes(bytes.getAsLong());
    }

    static String received(Connection connection) {
        return connection
                .counters()
                .map(c -> bytes(OptionalLong.of(c.received()), c.receivedQuality()))
                .orElse(UNKNOWN);
    }

    static String sent(Connection connection) {
        return connection
                .counters()
                .map(c -> bytes(OptionalLong.of(c.sent()), c.sentQuality()))
                .orElse(UNKNOWN);
    }

    /** {@code NEW}, {@code SEEN 3×}, or a dash while that is not known. */
    static String familiarity(OptionalInt timesSeen) {
        if (timesSeen.isEmpty()) {
            return UNKNOWN;
        }
        return timesSeen.getAsInt() == 1 ? "NEW" : "SEEN " + timesSeen.getAsInt() + "×";
    }

    /** The process, or why there is none. */
    static String process(Connection connection) {
        String inferred = connection.owner().attribution() == Attribution.INFERRED ? "~" : "";
        return connection.processName().map(name -> inferred + name).orElseGet(() -> switch (connection
                .owner()
                .attribution()) {
            case NO_PERMISSION -> "(no permission)";
            default -> "(no owner)";
        });
    }

    /** The peer by its name where that is known. */
    static String peer(Connection connection) {
        return connection
                .remote()
                .map(remote -> connection
                        .name()
                        .host()
                        .name()
                        .map(name -> name + ":" + remote.port())
                        .orElse(remote.toString()))
                .orElse("*");
    }
}
