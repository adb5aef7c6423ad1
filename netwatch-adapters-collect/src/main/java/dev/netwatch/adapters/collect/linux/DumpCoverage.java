package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.sample.Coverage;
import java.util.ArrayList;
import java.util.List;

/** Gathers what one sample of sock_diag could not see. */
final class DumpCoverage {
    private static final List<Notice> ALWAYS = List.of(
            Notice.info(
                    "owners-between-samples",
                    "A connection that opens and closes between two samples is shown with its bytes, without its process."),
            Notice.info("udp-without-bytes", "The kernel's socket table counts no bytes of UDP."),
            Notice.info("one-namespace", "Only the network namespace netwatch runs in is seen."));

    private final List<Notice> reasons = new ArrayList<>(ALWAYS);
    private Coverage.Level level = Coverage.Level.SAMPLED;
    private long lost;

    void missing(Protocol protocol, boolean v6, int errno) {
        partial(
                "sock-diag-missing",
                protocol + " over " + (v6 ? "IPv6" : "IPv4")
                        + " is not shown, or not whole: the kernel refuses its sockets (" + NativeException.name(errno)
                        + ").");
    }

    void interrupted() {
        partial("dump-interrupted", "The socket table changed while it was read; the next sample will be whole.");
    }

    void unreadable(long messages) {
        if (messages > 0) {
            partial("unreadable", messages + " messages of the kernel could not be read and were left out.");
        }
    }

    void lost(long notifications) {
        lost = notifications;
        if (notifications > 0) {
            partial(
                    "closed-lost",
                    "The kernel dropped " + notifications
                            + " notifications of closed sockets; short connections are missing.");
        }
    }

    void withoutNotices(String why) {
        partial("closed-unavailable", "The kernel does not tell of closed sockets (" + why + ").");
    }

    void unidentified(long sockets) {
        if (sockets > 0) {
            reasons.add(Notice.info(
                    "closed-unidentified",
                    sockets + (sockets == 1 ? " connection" : " connections")
                            + " failed or aborted between two samples left no port and no bytes."));
        }
    }

    void unseenUdp(long sockets) {
        if (sockets > 0) {
            reasons.add(Notice.info(
                    "udp-between-samples",
                    sockets + (sockets == 1 ? " UDP socket" : " UDP sockets")
                            + " opened and closed between two samples; no more is known."));
        }
    }

    void withoutPermission(long sockets) {
        OwnerNotice.withoutPermission(sockets).ifPresent(reasons::add);
    }

    private void partial(String code, String sentence) {
        level = Coverage.Level.PARTIAL;
        reasons.add(Notice.warning(code, sentence));
    }

    Coverage told() {
        return new Coverage(level, reasons, lost);
    }
}
