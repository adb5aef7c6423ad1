package dev.netwatch.adapters.collect.linux;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/*
 * A dump of TCP walks the hash table of the whole machine, whoever's sockets are in it; the kernel's count of those of
 * one namespace costs a tenth of that, and most namespaces (sandboxes) have none. The count is the sum of what each
 * processor counted, and may be off for a moment: a socket that one dump fails to show is not held for closed.
 */
/**
 * How many sockets a network namespace has. Opened by a thread in that namespace; not thread-safe.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_net.5.html">proc_pid_net(5), sockstat</a>
 */
final class SocketCounts implements AutoCloseable {
    private static final int AT_FDCWD = -100;
    private static final int O_RDONLY_CLOEXEC = 0x80000;
    private static final String UNKNOWN = "";

    private final ByteBuffer text = NetlinkSocket.buffer(1024);
    private final int v4 = open("sockstat");
    private final int v6 = open("sockstat6");

    private static int open(String file) {
        byte[] name = ("/proc/thread-self/net/" + file + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer path = NetlinkSocket.buffer(name.length).put(name);
        return LibC.openat(AT_FDCWD, LibC.address(path), O_RDONLY_CLOEXEC);
    }

    /** Whether there is, or may be, a TCP socket. */
    boolean mayHaveTcp() {
        return mayHaveTcp(read(v4)) || v6 >= 0 && mayHaveTcp(read(v6));
    }

    private String read(int descriptor) {
        long size = descriptor < 0 ? -1 : LibC.pread(descriptor, LibC.address(text), text.capacity(), 0);
        if (size <= 0) {
            return UNKNOWN;
        }
        byte[] bytes = new byte[(int) size];
        text.get(0, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    /** Whether text such as {@code TCP: inuse 0 orphan 0 tw 0 alloc 9 mem 1} tells of a socket, or not what it should. */
    static boolean mayHaveTcp(String sockstat) {
        for (String line : sockstat.split("\n")) {
            String[] words = line.trim().split(" +");
            if (words[0].equals("TCP:") || words[0].equals("TCP6:")) {
                return !isZero(words, "inuse", false) || !isZero(words, "tw", true);
            }
        }
        return true;
    }

    private static boolean isZero(String[] words, String name, boolean mayLack) {
        for (int i = 1; i + 1 < words.length; i += 2) {
            if (words[i].equals(name)) {
                return words[i + 1].equals("0");
            }
        }
        return mayLack;
    }

    @Override
    public void close() {
        if (v4 >= 0) {
            LibC.close(v4);
        }
        if (v6 >= 0) {
            LibC.close(v6);
        }
    }
}
