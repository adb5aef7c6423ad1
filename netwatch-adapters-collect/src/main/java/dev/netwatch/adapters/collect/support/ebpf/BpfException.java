package dev.netwatch.adapters.collect.support.ebpf;

/** The kernel refused a call of the engine; never leaves this package. */
final class BpfException extends RuntimeException {
    private final String call;
    private final int errno;
    private final String log;

    /** @param log what the kernel's verifier wrote, or empty */
    BpfException(String call, int errno, String log) {
        super(call + ": " + name(errno) + (log.isEmpty() ? "" : ": " + lastLine(log)));
        this.call = call;
        this.errno = errno;
        this.log = log;
    }

    String call() {
        return call;
    }

    int errno() {
        return errno;
    }

    String log() {
        return log;
    }

    /** The line of the verifier that says what it did not like: the last but its statistics. */
    private static String lastLine(String log) {
        return log.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("processed "))
                .reduce("", (first, second) -> second)
                .trim();
    }

    /** The symbol of the errors one meets here, else the number. */
    static String name(int errno) {
        return switch (errno) {
            case Libc.EPERM -> "EPERM";
            case Libc.ENOENT -> "ENOENT";
            case Libc.E2BIG -> "E2BIG";
            case 9 -> "EBADF";
            case 12 -> "ENOMEM";
            case Libc.EACCES -> "EACCES";
            case Libc.EBUSY -> "EBUSY";
            case 17 -> "EEXIST";
            case Libc.EINVAL -> "EINVAL";
            case 24 -> "EMFILE";
            case Libc.ENOSPC -> "ENOSPC";
            case Libc.ENOSYS -> "ENOSYS";
            case 95 -> "EOPNOTSUPP";
            case 99 -> "EADDRNOTAVAIL";
            case 101 -> "ENETUNREACH";
            case 110 -> "ETIMEDOUT";
            case 111 -> "ECONNREFUSED";
            case Libc.ENOTSUPP -> "ENOTSUPP";
            default -> "error " + errno;
        };
    }
}
