package dev.netwatch.adapters.collect.support.ebpf;

import java.util.Locale;

/** The registers of the BPF machine: R0 result, R1 to R5 arguments lost by a call, R6 to R9 kept, R10 frame pointer. */
enum Register {
    R0,
    R1,
    R2,
    R3,
    R4,
    R5,
    R6,
    R7,
    R8,
    R9,
    R10;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
