package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.notice.Notice;
import java.util.Optional;

/** What to tell of sockets whose process this user may not know. */
final class OwnerNotice {
    private OwnerNotice() {}

    static Optional<Notice> withoutPermission(long sockets) {
        if (sockets == 0) {
            return Optional.empty();
        }
        String belong = sockets == 1 ? "1 socket belongs" : sockets + " sockets belong";
        String them = sockets == 1 ? "it" : "them";
        return Optional.of(
                Notice.warning("owners-need-root", belong + " to other users; run with sudo to name " + them + "."));
    }
}
