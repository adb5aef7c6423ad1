package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.notice.Notice;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects notices, each once. Thread-safe. */
final class NoticeBoard {
    private static final int MOST = 100;

    private final Set<Notice> notices = new LinkedHashSet<>();

    synchronized void add(Notice notice) {
        if (notices.size() < MOST) {
            notices.add(notice);
        }
    }

    synchronized List<Notice> all() {
        return List.copyOf(notices);
    }
}
