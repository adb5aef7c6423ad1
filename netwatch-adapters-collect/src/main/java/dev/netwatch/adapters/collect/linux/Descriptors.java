package dev.netwatch.adapters.collect.linux;

import java.util.function.LongPredicate;

/**
 * Which sockets the processes of this machine hold, from the links in /proc/PID/fd.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_fd.5.html">proc_pid_fd(5)</a>
 */
interface Descriptors {
    /** How a look at one process went. */
    enum Access {
        READ,
        /** It belongs to somebody else. */
        REFUSED,
        /** It has ended meanwhile. */
        GONE
    }

    /** The processes there are, ascending. */
    int[] processes();

    /**
     * Hands over the inode of each socket a process holds.
     *
     * @param visitor returns whether it wants more
     */
    Access sockets(int pid, LongPredicate visitor);
}
