package dev.netwatch.adapters.collect.linux;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The mounted network namespaces, kept up to date at the price of one poll(2) while no mount changes. Not thread-safe.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_mounts.5.html">proc_pid_mounts(5), on poll</a>
 */
final class MountWatch implements AutoCloseable {
    private static final int AT_FDCWD = -100;
    private static final int O_RDONLY_CLOEXEC = 0x80000;
    private static final short POLLPRI = 2;

    private final Path proc;
    private final ByteBuffer polled = NetlinkSocket.buffer(8);
    private final int descriptor;
    private Map<Long, String> namespaces;

    MountWatch(Path proc) {
        this.proc = proc;
        byte[] name = (proc + "/self/mountinfo\0").getBytes(StandardCharsets.UTF_8);
        ByteBuffer path = NetlinkSocket.buffer(name.length).put(name);
        descriptor = LibC.openat(AT_FDCWD, LibC.address(path), O_RDONLY_CLOEXEC);
        namespaces = read();
    }

    /** Where each is mounted, by inode. */
    Map<Long, String> namespaces() {
        if (hasChanged()) {
            namespaces = read();
        }
        return namespaces;
    }

    /** Where the kernel cannot be asked, it may have. */
    private boolean hasChanged() {
        polled.putInt(0, descriptor).putShort(4, POLLPRI).putShort(6, (short) 0);
        return descriptor < 0 || LibC.poll(LibC.address(polled), 1, 0) != 0;
    }

    private Map<Long, String> read() {
        Map<Long, String> found = new HashMap<>();
        for (MountInfo mount : MountInfo.read(proc)) {
            if (mount.networkNamespace() > 0) {
                found.put(mount.networkNamespace(), mount.point());
            }
        }
        return found;
    }

    @Override
    public void close() {
        if (descriptor >= 0) {
            LibC.close(descriptor);
        }
    }
}
