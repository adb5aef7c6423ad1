package dev.netwatch.adapters.collect.support.ebpf;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the unified control group tree is mounted: at {@code /sys/fs/cgroup}, below it where both versions are in use,
 * or nowhere.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html">proc_pid_mountinfo(5)</a>
 */
final class Cgroup2 {
    private static final int ROOT = 3;
    private static final int MOUNT_POINT = 4;

    private Cgroup2() {}

    /** @param mountinfo lines of {@code /proc/self/mountinfo} */
    static Optional<String> mountPoint(Stream<String> mountinfo) {
        return mountinfo
                .filter(line -> line.contains(" - cgroup2 "))
                .map(line -> line.split(" "))
                .filter(fields -> fields[ROOT].equals("/"))
                .map(fields -> unescape(fields[MOUNT_POINT]))
                .findFirst();
    }

    /** The kernel writes blank, tab, newline and backslash as three octal digits. */
    private static String unescape(String path) {
        return path.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
