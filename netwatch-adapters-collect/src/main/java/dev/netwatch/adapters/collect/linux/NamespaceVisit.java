package dev.netwatch.adapters.collect.linux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;

/*
 * setns(2) moves the calling thread alone, and for good: so it is a thread made for this, which does nothing else and
 * ends. What it opened stays in the namespace it was opened in, whoever uses it.
 */
/**
 * Opens things in other network namespaces.
 *
 * @param opened by inode
 * @param refused the error number where the kernel refused; namespaces that were gone are in neither
 * @see <a href="https://man7.org/linux/man-pages/man2/setns.2.html">setns(2)</a>
 */
record NamespaceVisit<T>(Map<Long, T> opened, Map<Long, Integer> refused) {
    private static final int AT_FDCWD = -100;
    private static final int O_RDONLY_CLOEXEC = 0x80000;
    private static final int CLONE_NEWNET = 0x4000_0000;
    private static final Path OWN_LINK = Path.of("/proc/thread-self/ns/net");

    /**
     * @param places where each namespace can be opened, by inode
     * @param work done in each of them, given its inode; throws {@link NativeException} if the kernel refuses
     */
    static <T> NamespaceVisit<T> to(Map<Long, String> places, LongFunction<T> work) {
        NamespaceVisit<T> visit = new NamespaceVisit<>(new HashMap<>(), new HashMap<>());
        Thread visitor =
                new Thread(() -> places.forEach((inode, place) -> visit.one(inode, place, work)), "netwatch-visit");
        visitor.setDaemon(true);
        visitor.start();
        boolean interrupted = false;
        while (visitor.isAlive()) {
            try {
                visitor.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return visit;
    }

    private void one(long inode, String place, LongFunction<T> work) {
        try {
            if (enter(place) && current() == inode) {
                opened.put(inode, work.apply(inode));
            }
        } catch (NativeException e) {
            refused.put(inode, e.errno());
        }
    }

    /** @return false if it has gone meanwhile */
    private static boolean enter(String place) {
        byte[] name = (place + "\0").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer path = NetlinkSocket.buffer(name.length).put(name);
        int descriptor = LibC.openat(AT_FDCWD, LibC.address(path), O_RDONLY_CLOEXEC);
        if (descriptor < 0) {
            int errno = LibC.errno();
            if (errno == LibC.EACCES || errno == LibC.EPERM) {
                throw new NativeException("open", errno);
            }
            return false;
        }
        try {
            int entered = LibC.setns(descriptor, CLONE_NEWNET);
            int errno = LibC.errno();
            if (entered < 0 && errno != LibC.EINVAL) {
                throw new NativeException("setns", errno);
            }
            return entered == 0;
        } finally {
            LibC.close(descriptor);
        }
    }

    /** Of this thread: between finding and opening, a number may have been given to another process. */
    private static long current() {
        try {
            return NamespaceLinks.inode(Files.readSymbolicLink(OWN_LINK).toString());
        } catch (IOException e) {
            return NamespaceLinks.GONE;
        }
    }
}
