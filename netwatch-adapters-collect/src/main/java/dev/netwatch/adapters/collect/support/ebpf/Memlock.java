package dev.netwatch.adapters.collect.support.ebpf;

import com.sun.jna.Memory;

/** Kernels before 5.11 take maps and programs from the process's locked memory, of which there is little by default. */
final class Memlock {
    private static final int RLIMIT_MEMLOCK = 8;
    private static final long INFINITY = -1;

    private Memlock() {}

    /** As far as the rights go; where it was needed and failed, the kernel's refusal of a map tells. */
    static void raise() {
        try (Memory limits = new Memory(16)) {
            limits.setLong(0, INFINITY);
            limits.setLong(8, INFINITY);
            Libc.setrlimit(RLIMIT_MEMLOCK, limits);
        }
    }
}
