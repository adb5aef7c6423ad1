package dev.netwatch.adapters.collect.linux;

/** A system call failed; never leaves this package. */
final class NativeException extends RuntimeException {
    private final int errno;

    NativeException(String call, int errno) {
        super(call + " failed with " + name(errno));
        this.errno = errno;
    }

    int errno() {
        return errno;
    }

    static int check(String call, int result) {
        return (int) check(call, (long) result);
    }

    static long check(String call, long result) {
        if (result < 0) {
            throw new NativeException(call, LibC.errno());
        }
        return result;
    }

    /** The symbol of the errors one meets here, else the number. */
    static String name(int errno) {
        return switch (errno) {
            case 1 -> "EPERM";
            case 2 -> "ENOENT";
            case 13 -> "EACCES";
            case 22 -> "EINVAL";
            case 24 -> "EMFILE";
            case 93 -> "EPROTONOSUPPORT";
            case 95 -> "EOPNOTSUPP";
            case 97 -> "EAFNOSUPPORT";
            case 105 -> "ENOBUFS";
            default -> "error " + errno;
        };
    }
}
