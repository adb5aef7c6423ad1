package dev.netwatch.tui.output;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.tui.screen.ByteFormat;
import java.util.OptionalLong;

/* Values as people read them in a table: unknown is a dash, an estimate has a tilde. */
final class Cells {
    static final String UNKNOWN = "–";

    private Cells() {}

    static String bytes(OptionalLong bytes, ByteQuality quality) {
        if (bytes.isEmpty() || quality == ByteQuality.UNAVAILABLE) {
            return UNKNOWN;
        }
        return (quality == ByteQuality.ESTIMATED ? "~" : "") + ByteFormat.USUAL.bytes(bytes.getAsLong());
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
    static String familiarity(Connection connection) {
        return connection
                .familiarity()
                .map(known -> known == Familiarity.NEW
                        ? "NEW"
                        : "SEEN " + connection.timesSeen().getAsInt() + "×")
                .orElse(UNKNOWN);
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
