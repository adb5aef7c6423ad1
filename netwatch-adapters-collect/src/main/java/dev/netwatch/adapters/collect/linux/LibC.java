package dev.netwatch.adapters.collect.linux;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.nio.ByteBuffer;

/**
 * The C library's functions behind netlink and the walk of /proc. Pointers are plain 64-bit addresses, so that a call
 * allocates nothing. Loading this class loads JNA's native part (50 to 100 ms): only a first sample may do it.
 *
 * <p>A result below 0 is an error; {@link #errno} then tells which.
 */
final class LibC {
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EINVAL = 22;
    static final int ENOBUFS = 105;

    static {
        Native.register(LibC.class, NativeLibrary.getProcess());
    }

    private LibC() {}

    static native int socket(int domain, int type, int protocol);

    static native int bind(int fd, long address, int length);

    static native long send(int fd, long buffer, long length, int flags);

    static native long recv(int fd, long buffer, long length, int flags);

    static native int setsockopt(int fd, int level, int name, long value, int length);

    static native int getsockopt(int fd, int level, int name, long value, long length);

    static native int poll(long descriptors, long count, int timeoutMillis);

    static native int eventfd(int initial, int flags);

    static native long write(int fd, long buffer, long length);

    static native long read(int fd, long buffer, long length);

    static native long pread(int fd, long buffer, long length, long offset);

    static native int close(int fd);

    static native int setns(int fd, int type);

    static native int ioctl(int fd, long request, long argument);

    static native int openat(int directory, long path, int flags);

    static native long readlinkat(int directory, long path, long buffer, long size);

    /** For calls that older C libraries do not wrap. */
    static native long syscall(long number, long first, long second, long third);

    /** The calling thread's last error. */
    static int errno() {
        return Native.getLastError();
    }

    /** Where a direct buffer lies; the caller keeps the buffer reachable while it uses the address. */
    static long address(ByteBuffer direct) {
        return com.sun.jna.Pointer.nativeValue(Native.getDirectBufferPointer(direct));
    }
}
