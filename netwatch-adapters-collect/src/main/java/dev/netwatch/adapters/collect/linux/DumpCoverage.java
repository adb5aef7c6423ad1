package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.sample.Coverage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what one sample of sock_diag could not see. */
final class DumpCoverage {
    /** Of sockets in namespaces that are not watched. */
    static final String UNSEEN = "namespaces-unseen";

    private static final List<Notice> ALWAYS = List.of(
            Notice.info(
                    "owners-between-samples",
                    "A connection that opens and closes between two samples is shown with its bytes, without its process."),
            Notice.info("udp-without-bytes", "The kernel's socket table counts no bytes of UDP."));

    /** What is wrong with many namespaces is told once. */
    private final Set<Notice> reasons = new LinkedHashSet<>(ALWAYS);

    private Coverage.Level level = Coverage.Level.SAMPLED;
    private long lost;
    private long unreadable;
    private long unidentified;
    private long unseenUdp;
    private int namespaces = 1;

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
        unreadable += messages;
    }

    void lost(long notifications) {
        lost += notifications;
    }

    void withoutNotices(String why) {
        partial("closed-unavailable", "The kernel does not tell of closed sockets (" + why + ").");
    }

    void unidentified(long sockets) {
        unidentified += sockets;
    }

    void unseenUdp(long sockets) {
        unseenUdp += sockets;
    }

    void withoutPermission(long sockets) {
        OwnerNotice.withoutPermission(sockets).ifPresent(reasons::add);
    }

    private void partial(String code, String sentence) {
        level = Coverage.Level.PARTIAL;
        reasons.add(Notice.warning(code, sentence));
    }

    void unreadableNamespace(String why) {
        partial("namespace-unreadable", "The sockets of another network namespace cannot be read (" + why + ").");
    }

    /** @param watched how many namespaces the sample shows the sockets of */
    void namespaces(int watched) {
        namespaces = watched;
    }

    /**
     * Says what is missing of other namespaces, and what would mend it.
     *
     * @param unseen how many are known to be there and are not watched
     * @param hidden whether there are processes whose namespace this user may not know
     * @param refused whether the kernel refused to let netwatch in
     */
    void unseenNamespaces(int unseen, boolean hidden, boolean refused) {
        if (unseen > 0 && !refused && !hidden) {
            partial(
                    UNSEEN,
                    "The sockets of " + count(unseen, "other network namespace") + " are not seen: netwatch watches "
                            + WatchedNamespaces.MOST + " at most.");
        } else if (unseen > 0 || hidden) {
            reasons.add(Notice.info(
                    UNSEEN,
                    "The sockets of "
                            + (unseen > 0 ? count(unseen, "other network namespace") : "other network namespaces")
                            + " (containers) are not seen; with sudo, on the machine itself, they are (CAP_SYS_ADMIN,"
                            + " CAP_SYS_PTRACE)."));
        }
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    Coverage told() {
        if (unreadable > 0) {
            partial("unreadable", count(unreadable, "message") + " of the kernel could not be read.");
        }
        if (lost > 0) {
            partial(
                    "closed-lost",
                    "The kernel dropped " + lost + " notifications of closed sockets; short connections are missing.");
        }
        if (unidentified > 0) {
            reasons.add(Notice.info(
                    "closed-unidentified",
                    count(unidentified, "connection")
                            + " failed or aborted between two samples left no port and no bytes."));
        }
        if (unseenUdp > 0) {
            reasons.add(Notice.info(
                    "udp-between-samples",
                    count(unseenUdp, "UDP socket") + " opened and closed between two samples; no more is known."));
        }
        return new Coverage(level, List.copyOf(reasons), lost).in(namespaces);
    }
}
