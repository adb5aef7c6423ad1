package dev.netwatch.adapters.collect.support.ebpf;

import java.util.Locale;

/**
 * The kernel functions the programs call, by their fixed numbers.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/bpf-helpers.7.html">bpf-helpers(7)</a>
 */
enum Helper {
    MAP_LOOKUP_ELEM(1),
    MAP_UPDATE_ELEM(2),
    MAP_DELETE_ELEM(3),
    KTIME_GET_NS(5),
    GET_CURRENT_PID_TGID(14),
    GET_CURRENT_UID_GID(15),
    GET_CURRENT_COMM(16),
    SKB_LOAD_BYTES(26),
    GET_SOCKET_COOKIE(46),
    SKB_CGROUP_ID(79),
    GET_CURRENT_CGROUP_ID(80),
    TCP_SOCK(96),
    GET_NETNS_COOKIE(122);

    final int number;

    Helper(int number) {
        this.number = number;
    }

    static String nameOf(int number) {
        for (Helper helper : values()) {
            if (helper.number == number) {
                return helper.name().toLowerCase(Locale.ROOT);
            }
        }
        return "helper";
    }
}
