package dev.netwatch.domain.sample;

import dev.netwatch.domain.notice.Notice;
import java.util.List;
import java.util.OptionalInt;

/**
 * How much of what happened a sample tells.
 *
 * @param reasons why it is not complete; empty only if it is
 * @param lost notifications the system is known to have dropped since the last sample
 * @param networkNamespaces how many network namespaces of this machine the sample shows the sockets of, at least 1; empty
 *     where the system has none, or the source does not count them
 */
public record Coverage(Level level, List<Notice> reasons, long lost, OptionalInt networkNamespaces) {

    /** How complete a sample is. */
    public enum Level {
        /** Nothing within reach can have been missed. */
        COMPLETE,
        /** What lived only between two samples may be missing, in whole or in part. */
        SAMPLED,
        /** Something is known to be missing. */
        PARTIAL
    }

    public static final Coverage FULL = new Coverage(Level.COMPLETE, List.of(), 0);

    public Coverage {
        reasons = List.copyOf(reasons);
        if (lost < 0 || (level == Level.COMPLETE) != reasons.isEmpty()) {
            throw new IllegalArgumentException(level + " with " + reasons.size() + " reasons, " + lost + " lost");
        }
    }

    /** Where nobody counts namespaces. */
    public Coverage(Level level, List<Notice> reasons, long lost) {
        this(level, reasons, lost, OptionalInt.empty());
    }

    public Coverage in(int namespaces) {
        return new Coverage(level, reasons, lost, OptionalInt.of(namespaces));
    }
}
