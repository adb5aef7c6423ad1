package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.adapters.collect.support.ebpf.RecordedRecords;
import dev.netwatch.adapters.collect.support.ebpf.SocketRecords;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeConnectionSource;
import dev.netwatch.domain.testkit.FakeNameResolver;
import dev.netwatch.domain.track.Annotator;
import dev.netwatch.domain.track.ConnectionTracker;
import dev.netwatch.domain.track.Sampler;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.domain.track.SourceSelector;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What happens where the kernel lets the programs in, and then does not. */
class EbpfSourceOpeningTest {
    private static final Notice MISCOUNTED = Notice.warning("ebpf-self-test-failed", "eBPF refused: it miscounted");

    private static EbpfSource source(Supplier<SocketRecords> opener) {
        return new EbpfSource(LinuxSystem.here(), Clock.system(), opener);
    }

    private static SocketRecords miscounting() {
        throw new SourceException(MISCOUNTED);
    }

    @Test
    void refusesFromThenOnWithTheReason() {
        EbpfSource source = source(EbpfSourceOpeningTest::miscounting);
        assertEquals(
                MISCOUNTED, assertThrows(SourceException.class, source::sample).notice());
        assertEquals(Optional.of(MISCOUNTED), source.refusal());
    }

    @Test
    void aNativeLibraryThatDoesNotLoadIsAReasonToo() {
        EbpfSource source = source(() -> {
            throw new UnsatisfiedLinkError("no jnidispatch");
        });
        assertEquals(
                "ebpf-no-native-access",
                assertThrows(SourceException.class, source::sample).notice().code());
        assertEquals("ebpf-no-native-access", source.refusal().orElseThrow().code());
    }

    @Test
    void theNextBestTakesItsPlaceAndTellsWhyUnlessItWasDemanded() {
        FakeClock clock = new FakeClock();
        EbpfSource ebpf = source(EbpfSourceOpeningTest::miscounting);
        SourceSelector selector =
                new SourceSelector(List.of(ebpf, new FakeConnectionSource(clock, "table", ebpf.rank() - 1, Set.of())));
        Snapshot snapshot = new Sampler(selector, new SourceSelector.Choice(ebpf, List.of(), false), tracker()).tick();
        assertEquals("table", snapshot.source());
        assertEquals(List.of(MISCOUNTED), snapshot.notices());
        Sampler demanding = new Sampler(selector, new SourceSelector.Choice(ebpf, List.of(), true), tracker());
        assertEquals(
                MISCOUNTED, assertThrows(SourceException.class, demanding::tick).notice());
    }

    private static ConnectionTracker tracker() {
        return new ConnectionTracker(new Annotator(new FakeNameResolver(), peer -> OptionalInt.empty()));
    }

    @Test
    void closesWhatItOpened() {
        RecordedRecords records = new RecordedRecords();
        EbpfSource source = source(() -> records);
        assumeTrue(LinuxSystem.here().refusesNative().isEmpty(), "needs Linux");
        source.sample();
        source.close();
        source.close();
        assertTrue(records.isClosed());
    }
}
