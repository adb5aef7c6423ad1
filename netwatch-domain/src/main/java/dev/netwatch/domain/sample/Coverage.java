package dev.netwatch.domain.sample;

import dev.netwatch.domain.notice.Notice;
import java.util.List;

/**
 * How much of what happened a sample tells.
 *
 * @param reasons why it is not complete; empty only if it is
 * @param lost notifications the system is known to have dropped since the last sample
 */
public record Coverage(Level level, List<Notice> reasons, long lost) {

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
}
