package dev.netwatch.adapters.collect.support.ebpf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The capabilities that count here.
 *
 * @param effective the set as a bit mask
 * @see <a href="https://man7.org/linux/man-pages/man7/capabilities.7.html">capabilities(7)</a>
 */
record Rights(long effective) {
    private static final int NET_ADMIN = 12;
    private static final int SYS_ADMIN = 21;
    private static final int BPF = 39;

    /** @param status lines of {@code /proc/self/status} */
    static Rights of(Stream<String> status) {
        return new Rights(status.filter(line -> line.startsWith("CapEff:"))
                .map(line -> Long.parseUnsignedLong(line.substring(7).trim(), 16))
                .findFirst()
                .orElse(0L));
    }

    private boolean has(int capability) {
        return (effective >>> capability & 1) != 0;
    }

    /** What is missing for counting at all; empty if nothing. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!has(SYS_ADMIN) && !has(BPF)) {
            missing.add("CAP_BPF");
        }
        if (!has(SYS_ADMIN) && !has(NET_ADMIN)) {
            missing.add("CAP_NET_ADMIN");
        }
        return missing;
    }
}
