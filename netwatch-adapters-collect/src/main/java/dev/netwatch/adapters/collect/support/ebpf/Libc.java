package dev.netwatch.adapters.collect.support.ebpf;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * The C library's functions behind bpf(2) and the self-test. Loading this class loads JNA's native part. A result below
 * 0 is an error; {@link #errno} then tells which.
 */
final class Libc {
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int E2BIG = 7;
    static final int EACCES = 13;
    static final int EBUSY = 16;
    static final int EINVAL = 22;
    static final int ENOSPC = 28;
    static final int ENOSYS = 38;
    static final int ENOTSUPP = 524;

    static {
        Native.register(Libc.class, NativeLibrary.getProcess());
    }

    private Libc() {}

    /** For bpf(2), which no C library wraps. */
    static native long syscall(long number, long command, Pointer attributes, long size);

    static native int open(String path, int flags);

    static native int close(int descriptor);

    static native int socket(int domain, int type, int protocol);

    static native int bind(int socket, Pointer address, int length);

    static native int listen(int socket, int backlog);

    static native int connect(int socket, Pointer address, int length);

    static native int accept(int socket, Pointer address, Pointer length);

    static native int getsockname(int socket, Pointer address, Pointer length);

    static native int getsockopt(int socket, int level, int name, Pointer value, Pointer length);

    static native int setsockopt(int socket, int level, int name, Pointer value, int length);

    static native long send(int socket, Pointer bytes, long length, int flags);

    static native long sendto(int socket, Pointer bytes, long length, int flags, Pointer address, int addressLength);

    static native long recv(int socket, Pointer bytes, long length, int flags);

    static native int poll(Pointer descriptors, long count, int timeoutMillis);

    static native int setrlimit(int resource, Pointer limits);

    /** The calling thread's last error. */
    static int errno() {
        return Native.getLastError();
    }

    /** The result of {@code call}. @throws BpfException if it is below 0 */
    static int check(String call, long result) {
        if (result < 0) {
            throw new BpfException(call, errno(), "");
        }
        return (int) result;
    }
}
