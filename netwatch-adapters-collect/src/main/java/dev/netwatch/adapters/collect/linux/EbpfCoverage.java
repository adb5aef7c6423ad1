package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.sample.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is left to say of a sample once the programs have told what the table could not. */
final class EbpfCoverage {
    private static final Set<String> MENDED =
            Set.of("owners-between-samples", "udp-without-bytes", "closed-unidentified", "udp-between-samples");

    private EbpfCoverage() {}

    /** @param lost updates that found no room in the programs' maps */
    static Coverage of(Coverage table, long lost, List<Notice> notices) {
        List<Notice> reasons = new ArrayList<>();
        table.reasons().stream()
                .filter(reason -> !MENDED.contains(reason.code()))
                .forEach(reasons::add);
        boolean partial = table.level() == Coverage.Level.PARTIAL || lost > 0;
        reasons.addAll(notices);
        if (reasons.stream().anyMatch(reason -> reason.code().equals(DumpCoverage.UNSEEN))) {
            reasons.add(
                    Notice.info("namespaces-by-traffic", "By eBPF such sockets are seen from their first packet on."));
        }
        if (lost > 0) {
            reasons.add(Notice.warning(
                    "ebpf-lost-updates",
                    "eBPF had no room for " + lost
                            + " updates since the last sample; the sockets concerned lack bytes."));
        }
        if (reasons.isEmpty()) {
            return new Coverage(Coverage.Level.COMPLETE, reasons, 0, table.networkNamespaces());
        }
        return new Coverage(
                partial ? Coverage.Level.PARTIAL : Coverage.Level.SAMPLED,
                reasons,
                table.lost() + lost,
                table.networkNamespaces());
    }
}
