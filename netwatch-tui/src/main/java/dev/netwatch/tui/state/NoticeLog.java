package dev.netwatch.tui.state;

import dev.netwatch.domain.notice.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the user was told in this run, the latest last. Immutable.
 *
 * @param entries of the longest runs the oldest are gone
 */
public record NoticeLog(List<Entry> entries) {
    public static final NoticeLog EMPTY = new NoticeLog(List.of());
    static final int MOST_KEPT = 500;
    private static final Pattern FIGURE = Pattern.compile("\\d+");

    /**
     * @param notice as it was told last: its figures may have changed
     * @param until when it was not true any more; empty while it is
     */
    public record Entry(Notice notice, Instant since, Optional<Instant> until) {
        boolean isOf(Notice other) {
            return condition(notice).equals(condition(other));
        }

        private Entry ended(Instant at) {
            return new Entry(notice, since, Optional.of(at));
        }

        private Entry told(Notice latest) {
            return latest.equals(notice) ? this : new Entry(latest, since, until);
        }
    }

    public NoticeLog {
        entries = List.copyOf(entries);
    }

    /** What stays the same while figures change. */
    private static String condition(Notice notice) {
        return notice.code() + " " + FIGURE.matcher(notice.sentence()).replaceAll("");
    }

    /** The same with what is true now. */
    public NoticeLog told(List<Notice> now, Instant at) {
        List<Entry> after = new ArrayList<>();
        Set<String> running = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.until().isPresent()) {
                after.add(entry);
                continue;
            }
            Optional<Notice> still = now.stream().filter(entry::isOf).findFirst();
            after.add(still.map(entry::told).orElseGet(() -> entry.ended(at)));
            still.ifPresent(notice -> running.add(condition(notice)));
        }
        for (Notice notice : now) {
            if (running.add(condition(notice))) {
                after.add(new Entry(notice, at, Optional.empty()));
            }
        }
        return after.equals(entries) ? this : new NoticeLog(latest(after));
    }

    private static List<Entry> latest(List<Entry> all) {
        return all.subList(Math.max(0, all.size() - MOST_KEPT), all.size());
    }
}
