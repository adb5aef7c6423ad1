package dev.netwatch.tui.output;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.sample.Coverage;
import java.time.Duration;
import java.util.List;

/**
 * What a stream comes to.
 *
 * @param seen connections told of
 * @param closed of these, how many closed
 * @param lost notifications of the system that are known to be lost
 * @param coverage the weakest of all samples
 * @param reasons why the coverage is not complete, each once
 * @param duration from the first sample to the last
 */
public record Summary(
        long seen, long closed, long lost, Coverage.Level coverage, List<Notice> reasons, Duration duration) {
    public static final String SCHEMA = "netwatch.summary.v1";

    public Summary {
        reasons = List.copyOf(reasons);
    }

    /** As one line of JSON; the duration is in seconds. */
    public String json() {
        return JsonLine.of(json -> json.text("schema", SCHEMA)
                .number("seen", seen)
                .number("closed", closed)
                .number("lost", lost)
                .word("coverage", coverage)
                .objects(
                        "reasons",
                        reasons,
                        reason -> json.text("code", reason.code()).text("sentence", reason.sentence()))
                .seconds("duration", duration));
    }

    /** As one line for people. */
    public String text() {
        StringBuilder text = new StringBuilder()
                .append(seen)
                .append(" connections seen, ")
                .append(closed)
                .append(" closed, in ")
                .append(JsonLine.seconds(duration).toPlainString())
                .append(" s; coverage ")
                .append(JsonLine.word(coverage));
        if (lost > 0) {
            text.append(", ").append(lost).append(" notifications lost");
        }
        reasons.forEach(reason -> text.append("; ").append(reason.sentence()));
        return text.toString();
    }
}
