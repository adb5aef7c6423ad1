package dev.netwatch.adapters.collect.support.ebpf;

/**
 * How much the kernel may keep for the engine. A socket takes 256 bytes, a further UDP peer 128, and each place that is
 * not taken yet 16: full, the defaults are 18 MiB; empty, little more than 1.
 *
 * @param sockets most sockets followed at once, closed ones that were not read yet included
 * @param peers most further remotes of UDP sockets followed at once
 */
public record EbpfLimits(int sockets, int peers) {
    public static final EbpfLimits DEFAULT = new EbpfLimits(65_536, 8_192);

    public EbpfLimits {
        if (sockets < 1 || peers < 1) {
            throw new IllegalArgumentException("a map holds at least one entry: " + sockets + ", " + peers);
        }
    }
}
