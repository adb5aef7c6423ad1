package dev.netwatch.adapters.collect.linux;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads the links /proc/PID/ns/net by raw system calls. Not thread-safe.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/namespaces.7.html">namespaces(7)</a>
 */
final class NamespaceLinks {
    /** Somebody else's process. */
    static final long REFUSED = -1;
    /** It has ended, or this is no link of a network namespace. */
    static final long GONE = 0;

    private static final int AT_FDCWD = -100;
    private static final String PREFIX = "net:[";
    private static final int LINK = 64;

    private final String root;
    private final ByteBuffer path = NetlinkSocket.buffer(256);
    private final ByteBuffer link = NetlinkSocket.buffer(LINK);

    /** @param root {@code /proc}, or what stands for it */
    NamespaceLinks(String root) {
        this.root = root;
    }

    /** Where a process's namespace can be opened. */
    String path(int pid) {
        return root + "/" + pid + "/ns/net";
    }

    /** The inode of a process's network namespace, {@link #REFUSED} or {@link #GONE}. */
    long of(int pid) {
        path.clear();
        path.put(path(pid).getBytes(StandardCharsets.UTF_8)).put((byte) 0);
        long size = LibC.readlinkat(AT_FDCWD, LibC.address(path), LibC.address(link), LINK);
        if (size < 0) {
            int errno = LibC.errno();
            return errno == LibC.EACCES || errno == LibC.EPERM ? REFUSED : GONE;
        }
        byte[] text = new byte[(int) size];
        link.get(0, text);
        return inode(new String(text, StandardCharsets.US_ASCII));
    }

    /** The number in {@code net:[4026531840]}; 0 in any other text. */
    static long inode(String link) {
        boolean valid = link.startsWith(PREFIX) && link.endsWith("]") && link.length() < PREFIX.length() + 20;
        String digits = valid ? link.substring(PREFIX.length(), link.length() - 1) : "";
        return !digits.isEmpty() && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                ? Long.parseLong(digits)
                : GONE;
    }
}
