package dev.netwatch.adapters.collect.support.ebpf;

import dev.netwatch.domain.notice.Notice;
import java.util.List;

/** One sentence for each way in which the engine may not come about, or only in part. */
final class Refusals {
    private static final String GRANT = "; run netwatch with sudo, or grant them as README says";

    private Refusals() {}

    static Notice otherSystem(String system) {
        return Notice.info("ebpf-not-here", "eBPF is a part of Linux, and this is " + system);
    }

    static Notice otherMachine(String architecture) {
        return Notice.warning(
                "ebpf-unsupported-machine", "eBPF refused: netwatch knows x86_64 and aarch64, not " + architecture);
    }

    static Notice missing(List<String> rights) {
        return Notice.info("ebpf-needs-rights", "eBPF refused: needs " + String.join(" and ", rights) + GRANT);
    }

    static Notice noCgroup2() {
        return Notice.warning(
                "ebpf-no-cgroup2",
                "eBPF refused: no cgroup2 file system is mounted here, which its programs are linked to;"
                        + " mount one with 'mount -t cgroup2 none DIRECTORY'");
    }

    static Notice selfTest(String mismatch) {
        return Notice.warning(
                "ebpf-self-test-failed",
                "eBPF refused: its programs were removed again because they miscounted a test over loopback: "
                        + mismatch);
    }

    static Notice untested(String why) {
        return Notice.warning("ebpf-untested", "eBPF counts, but its self-test could not run over loopback: " + why);
    }

    static Notice withoutPerfmon() {
        return Notice.info(
                "ebpf-without-perfmon",
                "eBPF counts in full, but slower and without names of processes that ended, for lack of CAP_PERFMON");
    }

    static Notice foreignProcessNumbers() {
        return Notice.warning(
                "ebpf-foreign-pids",
                "eBPF counts in full, but names no owners: its process numbers are those of the host, and netwatch runs in"
                        + " a PID namespace of its own; run it on the host, or its container with --pid=host");
    }

    static Notice lost(long updates) {
        return Notice.warning(
                "ebpf-lost-updates",
                "eBPF had no room for " + updates + " updates since the last sample; the sockets concerned lack bytes");
    }

    static Notice of(BpfException e) {
        return Notice.warning(code(e), "eBPF refused: " + reason(e) + " (" + e.getMessage() + ")");
    }

    private static String code(BpfException e) {
        return switch (e.errno()) {
            case Libc.EPERM, Libc.EACCES -> "ebpf-forbidden";
            case Libc.ENOSYS -> "ebpf-not-in-kernel";
            case Libc.EINVAL, Libc.ENOTSUPP -> "ebpf-kernel-too-old";
            default -> "ebpf-failed";
        };
    }

    private static String reason(BpfException e) {
        boolean linking = e.call().contains("LINK_CREATE");
        return switch (e.errno()) {
            case Libc.EPERM ->
                linking
                        ? "the cgroup admits no further program, or the rights do not suffice"
                        : "the kernel forbids it here, as containers (seccomp) and lockdown do";
            case Libc.EACCES -> "the kernel's verifier did not accept a program";
            case Libc.ENOSYS -> "this kernel has no bpf(2), or a container hides it";
            case Libc.EINVAL, Libc.ENOTSUPP -> "this kernel is too old; Linux 5.9 is needed";
            default -> "the kernel failed";
        };
    }
}
