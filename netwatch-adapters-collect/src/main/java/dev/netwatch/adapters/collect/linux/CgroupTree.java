package dev.netwatch.adapters.collect.linux;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/*
 * The id of a group is the inode of its directory, and a list of a directory tells inodes: a walk needs no right and no
 * look at the files. It is made when an id turns up that the last walk did not meet, at most each five seconds.
 */
/** Finds the unified tree's control groups by their ids. Not thread-safe. */
final class CgroupTree {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    private static final int AT_FDCWD = -100;
    private static final int O_RDONLY_CLOEXEC = 0x80000;
    private static final int ENTRY_LENGTH = 16;
    private static final int ENTRY_TYPE = 18;
    private static final int ENTRY_NAME = 19;
    private static final byte DIRECTORY = 4;
    private static final int MOST = 100_000;

    private final Optional<String> root;
    private final long getdents64;
    private LongMap<String> paths = new LongMap<>();
    private boolean walked;
    private long walkedAt;

    CgroupTree(LinuxSystem system) {
        root = MountInfo.read(system.proc()).stream()
                .filter(mount -> mount.type().equals("cgroup2"))
                .map(MountInfo::point)
                .findFirst();
        getdents64 = NativeDescriptors.systemCall(system.architecture()).orElseThrow();
    }

    /**
     * The path of a group from the root of the tree.
     *
     * @param id 0 for unknown
     * @param now monotonic, in nanoseconds
     */
    Optional<String> path(long id, long now) {
        String known = id == 0 ? null : paths.get(id);
        if (known == null && id != 0 && root.isPresent() && (!walked || now - walkedAt >= PATIENCE)) {
            walked = true;
            walkedAt = now;
            paths = new LongMap<>();
            walk(root.get(), "/");
            known = paths.get(id);
        }
        return Optional.ofNullable(known);
    }

    private void walk(String directory, String path) {
        int descriptor = open(directory);
        if (descriptor < 0) {
            return;
        }
        ByteBuffer entries = NetlinkSocket.buffer(8 * 1024);
        try {
            for (int length = list(descriptor, entries); length > 0; length = list(descriptor, entries)) {
                for (int at = 0;
                        at < length;
                        at += Math.max(ENTRY_NAME, entries.getShort(at + ENTRY_LENGTH) & 0xffff)) {
                    visit(directory, path, entries, at);
                }
            }
        } finally {
            LibC.close(descriptor);
        }
    }

    private void visit(String directory, String path, ByteBuffer entries, int at) {
        String name = entries.get(at + ENTRY_TYPE) == DIRECTORY ? name(entries, at + ENTRY_NAME) : ".";
        if (name.equals("..") || paths.size() >= MOST) {
            return;
        }
        if (!name.equals(".")) {
            walk(directory + "/" + name, path.equals("/") ? path + name : path + "/" + name);
        } else if (entries.get(at + ENTRY_TYPE) == DIRECTORY) {
            paths.put(entries.getLong(at), path);
        }
    }

    private static String name(ByteBuffer entries, int at) {
        int end = at;
        while (entries.get(end) != 0) {
            end++;
        }
        byte[] name = new byte[end - at];
        entries.get(at, name);
        return new String(name, StandardCharsets.UTF_8);
    }

    private int list(int descriptor, ByteBuffer entries) {
        return (int) LibC.syscall(getdents64, descriptor, LibC.address(entries), entries.capacity());
    }

    private static int open(String directory) {
        byte[] name = (directory + "\0").getBytes(StandardCharsets.UTF_8);
        ByteBuffer path = NetlinkSocket.buffer(name.length).put(name);
        return LibC.openat(AT_FDCWD, LibC.address(path), O_RDONLY_CLOEXEC);
    }
}
