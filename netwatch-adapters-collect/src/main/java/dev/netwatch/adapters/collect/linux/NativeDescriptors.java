package dev.netwatch.adapters.collect.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/*
 * Three system calls for a process and one more for each of its descriptors, into buffers that are used again: a
 * quarter faster than java.nio, which makes a path, a string and often an exception for every descriptor.
 */
/** Reads /proc by raw system calls. Not thread-safe. */
final class NativeDescriptors implements Descriptors {
    private static final int AT_FDCWD = -100;
    private static final int O_RDONLY_CLOEXEC = 0x80000;
    private static final int ENTRY_LENGTH = 16;
    private static final int ENTRY_NAME = 19;
    private static final int LINK = 64;
    private static final byte[] SOCKET = "socket:[".getBytes(StandardCharsets.US_ASCII);

    /* The numbers of getdents64(2); glibc before 2.30 has no function for it. */
    private static final Map<String, Long> GETDENTS64 = Map.of(
            "amd64",
            217L,
            "x86_64",
            217L,
            "aarch64",
            61L,
            "riscv64",
            61L,
            "loongarch64",
            61L,
            "ppc64le",
            202L,
            "s390x",
            220L);

    private final long getdents64;
    private final String root;
    private final ByteBuffer path = direct(256);
    private final ByteBuffer entries = direct(64 * 1024);
    private final ByteBuffer link = direct(LINK);
    private final long entriesAddress = LibC.address(entries);
    private final long linkAddress = LibC.address(link);
    private int[] found = new int[256];

    /** @param root {@code /proc}, or what stands for it */
    NativeDescriptors(String root, String architecture) {
        this.root = root;
        this.getdents64 = systemCall(architecture).orElseThrow();
    }

    /** The number of getdents64(2) on an architecture; empty where it is not known. */
    static Optional<Long> systemCall(String architecture) {
        return Optional.ofNullable(GETDENTS64.get(architecture));
    }

    private static ByteBuffer direct(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    @Override
    public int[] processes() {
        int directory = open(root);
        if (directory < 0) {
            return new int[0];
        }
        int count = 0;
        try {
            for (int length = list(directory); length > 0; length = list(directory)) {
                for (int at = 0; at < length; at += reclen(at)) {
                    int pid = number(at + ENTRY_NAME);
                    if (pid > 0) {
                        found = count < found.length ? found : Arrays.copyOf(found, count * 2);
                        found[count++] = pid;
                    }
                }
            }
        } finally {
            LibC.close(directory);
        }
        return Arrays.copyOf(found, count);
    }

    @Override
    public Access sockets(int pid, LongPredicate visitor) {
        int directory = open(root + "/" + pid + "/fd");
        if (directory < 0) {
            int errno = LibC.errno();
            return errno == LibC.EACCES || errno == LibC.EPERM ? Access.REFUSED : Access.GONE;
        }
        try {
            boolean more = true;
            for (int length = list(directory); more && length > 0; length = list(directory)) {
                more = visit(directory, length, visitor);
            }
        } finally {
            LibC.close(directory);
        }
        return Access.READ;
    }

    private boolean visit(int directory, int length, LongPredicate visitor) {
        for (int at = 0; at < length; at += reclen(at)) {
            if (entries.get(at + ENTRY_NAME) != '.') {
                long size = LibC.readlinkat(directory, entriesAddress + at + ENTRY_NAME, linkAddress, LINK);
                long inode = size > 0 ? inode((int) size) : 0;
                if (inode != 0 && !visitor.test(inode)) {
                    return false;
                }
            }
        }
        return true;
    }

    private int open(String directory) {
        path.clear();
        path.put(directory.getBytes(StandardCharsets.UTF_8)).put((byte) 0);
        return LibC.openat(AT_FDCWD, LibC.address(path), O_RDONLY_CLOEXEC);
    }

    private int list(int directory) {
        return (int) LibC.syscall(getdents64, directory, entriesAddress, entries.capacity());
    }

    /** Never 0, so that a walk over entries ends whatever the kernel wrote. */
    private int reclen(int at) {
        return Math.max(ENTRY_NAME + 1, entries.getShort(at + ENTRY_LENGTH) & 0xffff);
    }

    /** The number an entry is named by; 0 if its name is none. */
    private int number(int at) {
        int value = 0;
        for (int i = at; entries.get(i) != 0; i++) {
            int digit = entries.get(i) - '0';
            if (digit < 0 || digit > 9 || i - at > 9) {
                return 0;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** The inode in {@code socket:[123]}; 0 if the link says something else. */
    private long inode(int size) {
        for (int i = 0; i < SOCKET.length; i++) {
            if (size <= SOCKET.length || link.get(i) != SOCKET[i]) {
                return 0;
            }
        }
        long inode = 0;
        for (int i = SOCKET.length; i < size && link.get(i) != ']'; i++) {
            inode = inode * 10 + (link.get(i) - '0');
        }
        return inode;
    }
}
