/**
 * Counting programs for the Linux kernel, written in Java: {@link Assembler} makes instructions, {@link Bpf} hands them
 * to the kernel through bpf(2), the {@code *Program} classes say what they do per packet and per call, {@link
 * EbpfEngine} loads, proves, reads and removes them. No compiler, no libbpf, no BTF; nothing outlives this process.
 *
 * @see <a href="https://docs.kernel.org/bpf/standardization/instruction-set.html">BPF instruction set</a>
 * @see <a href="https://man7.org/linux/man-pages/man2/bpf.2.html">bpf(2)</a>
 */
@NullMarked
package dev.netwatch.adapters.collect.support.ebpf;

import org.jspecify.annotations.NullMarked;
