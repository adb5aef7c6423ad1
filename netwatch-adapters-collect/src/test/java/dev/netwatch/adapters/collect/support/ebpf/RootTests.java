package dev.netwatch.adapters.collect.support.ebpf;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What live tests have in common: they run where the kernel lets the engine in, and are skipped elsewhere, saying why. */
final class RootTests {
    private RootTests() {}

    static void assumeEngine() {
        EbpfEngine.refusal().ifPresent(notice -> assumeTrue(false, notice.sentence()));
    }
}
