package dev.netwatch.adapters.collect.support.ebpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
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

    @Test
    void tellsNothingOfTheTrafficItProvedItselfWith() {
        long us = ProcessHandle.current().pid();
        List<String> told = new ArrayList<>();
        try (EbpfEngine engine = EbpfEngine.open(EbpfLimits.DEFAULT)) {
            engine.forEachSocket(socket -> {
                if (socket.owner() == us && socket.received() + socket.sent() > 0) {
                    told.add(socket.received() + " and " + socket.sent());
                }
            });
        }
        assertEquals(List.of(), told);
    }
}
