package dev.netwatch.adapters.collect.support.ebpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("root")
class EbpfEngineLiveTest {

    @BeforeAll
    static void assumeEngine() {
        RootTests.assumeEngine();
    }

    @Test
    void opensAndProvesItself() {
        try (EbpfEngine engine = EbpfEngine.open(EbpfLimits.DEFAULT)) {
            assertEquals(0, engine.losses());
            assertTrue(engine.ownersKnown());
        }
    }
}
