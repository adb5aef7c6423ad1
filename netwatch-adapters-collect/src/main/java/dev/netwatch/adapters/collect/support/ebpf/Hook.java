package dev.netwatch.adapters.collect.support.ebpf;

import java.util.Locale;

/**
 * The places in the kernel, within a cgroup, that the programs are linked to.
 *
 * @see <a href="https://docs.kernel.org/bpf/libbpf/program_types.html">program types</a>
 */
enum Hook {
    INGRESS(ProgramType.CGROUP_SKB, 0),
    EGRESS(ProgramType.CGROUP_SKB, 1),
    SOCK_CREATE(ProgramType.CGROUP_SOCK, 2),
    CONNECT4(ProgramType.CGROUP_SOCK_ADDR, 10),
    CONNECT6(ProgramType.CGROUP_SOCK_ADDR, 11),
    SENDMSG4(ProgramType.CGROUP_SOCK_ADDR, 14),
    SENDMSG6(ProgramType.CGROUP_SOCK_ADDR, 15),
    SOCK_RELEASE(ProgramType.CGROUP_SOCK, 34);

    /** What a program may be given and call; numbers of the kernel's interface. */
    enum ProgramType {
        CGROUP_SKB(8),
        CGROUP_SOCK(9),
        CGROUP_SOCK_ADDR(18);

        final int number;

        ProgramType(int number) {
            this.number = number;
        }
    }

    final ProgramType type;
    final int attachType;

    Hook(ProgramType type, int attachType) {
        this.type = type;
        this.attachType = attachType;
    }

    boolean atSendmsg() {
        return this == SENDMSG4 || this == SENDMSG6;
    }

    /** What {@code bpftool prog} shows; at most 15 characters. */
    String programName() {
        return "nw_" + name().toLowerCase(Locale.ROOT);
    }
}
