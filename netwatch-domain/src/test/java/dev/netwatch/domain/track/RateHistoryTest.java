package dev.netwatch.domain.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.MadeUpSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateHistoryTest {
    private final Connections traffic = new Connections(new FakeClock());

    /** Received bytes per second, oldest first; -1 for a gap. */
    private static List<Long> received(RateHistory history) {
        List<Long> rates = new ArrayList<>();
        for (int ago = history.size() - 1; ago >= 0; ago--) {
            rates.add(history.at(ago).map(rate -> Math.round(rate.received())).orElse(-1L));
        }
        return rates;
    }

    private static List<Long> network(Snapshot snapshot) {
        return received(snapshot.tracking().rates().network().history());
    }

    private static RateHistory only(Snapshot snapshot) {
        assertEquals(1, snapshot.tracking().rates().rows().size());
        return snapshot.tracking().rates().rows().values().iterator().next();
    }

    @Test
    void whatWasCarriedBeforeAnybodyLookedIsAGap() {
        MadeUpSocket socket = traffic.tcp("a", 1).to("192.0.2.1", 80).bytes(5_000, 0);
        assertEquals(List.of(-1L), network(traffic.tick()));
        socket.bytes(5_200, 0);
        assertEquals(List.of(-1L, 100L), network(traffic.tick()));
        assertEquals(List.of(-1L, 100L, 0L), network(traffic.tick()));
    }

    @Test
    void whatOpensAndClosesBetweenTwoSamplesIsInTheSum() {
        traffic.tick();
        traffic.tcp("a", 1).to("192.0.2.1", 80).bytes(400, 2);
        MadeUpSocket brief = traffic.tcp("b", 2).to("192.0.2.2", 80).bytes(1_000, 0);
        brief.close();
        Snapshot snapshot = traffic.tick();
        assertEquals(List.of(-1L, 700L), network(snapshot));
        assertEquals(List.of(200L), received(only(snapshot)));
        assertEquals(Optional.of(new Rate(200, 1)), only(snapshot).at(0));
    }

    @Test
    void theLastBytesOfAConnectionCountForItsRow() {
        MadeUpSocket stays = traffic.tcp("a", 1).to("192.0.2.1", 80).bytes(0, 0);
        MadeUpSocket goes = traffic.tcp("a", 1).to("192.0.2.1", 80).bytes(0, 0);
        traffic.tick();
        stays.bytes(2, 0);
        goes.bytes(200, 0);
        goes.close();
        assertEquals(List.of(0L, 101L), received(only(traffic.tick())));
    }

    @Test
    void aFailedSampleIsAGapAndTheNextCoversBothIntervals() {
        MadeUpSocket socket = traffic.tcp("a", 1).to("192.0.2.1", 80).bytes(0, 0);
        traffic.tick();
        socket.bytes(20, 0);
        traffic.tick();
        traffic.fail("for a while").tick();
        socket.bytes(420, 0);
        Snapshot snapshot = traffic.recover().tick();
        assertEquals(List.of(-1L, 10L, -1L, 100L), network(snapshot));
        assertEquals(List.of(0L, 10L, -1L, 100L), received(only(snapshot)));
    }

    @Test
    void loopbackIsCountedApart() {
        MadeUpSocket socket =
                traffic.tcp("a", 1).from("127.0.0.1", 9).to("127.0.0.1", 80).bytes(0, 0);
        traffic.tick();
        socket.bytes(20, 0);
        RecentRates rates = traffic.tick().tracking().rates();
        assertEquals(List.of(-1L, 10L), received(rates.loopback().history()));
        assertEquals(List.of(-1L, -1L), received(rates.network().history()));
        assertEquals(Optional.empty(), rates.network().peak());
    }

    @Test
    void whatNobodyMeasuresIsNeitherZeroNorInTheSum() {
        traffic.udp("a", 1).to("192.0.2.1", 53);
        traffic.tick();
        Snapshot snapshot = traffic.tick();
        assertEquals(List.of(-1L, -1L), network(snapshot));
        assertEquals(0, snapshot.tracking().rates().rows().size());
    }

    @Test
    void aRowHasNoHistoryBeforeItsFirstByteAndNoneAfterLongSilenceOrItsEnd() {
        MadeUpSocket socket = traffic.tcp("a", 1).to("192.0.2.1", 80).bytes(0, 0);
        traffic.tick();
        Snapshot idle = traffic.tick();
        TrafficKey key = TrafficKey.of(idle.tracking().open().get(0));
        assertSame(RateHistory.NOTHING, idle.tracking().rates().of(key));
        socket.bytes(20, 0);
        assertEquals(
                List.of(0L, 0L, 10L), received(traffic.tick().tracking().rates().of(key)));
        Snapshot silent = idle;
        for (int i = 1; i < RateLedger.ROW_TICKS; i++) {
            silent = traffic.tick();
        }
        assertEquals(
                10,
                Math.round(
                        only(silent).at(RateLedger.ROW_TICKS - 1).orElseThrow().received()));
        assertEquals(0, traffic.tick().tracking().rates().rows().size());
        socket.bytes(40, 0);
        traffic.tick();
        socket.close();
        assertEquals(0, traffic.tick().tracking().rates().rows().size());
    }

    /** Views taken long ago still tell what they told, though the ring has gone on. */
    @Test
    void aViewNeverChangesAndNeverGrowsBeyondItsSize() {
        RateRing ring = new RateRing(4);
        List<RateHistory> views = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            if (i % 7 == 3) {
                ring.gap();
            } else {
                ring.append(i, 0);
            }
            views.add(ring.view());
        }
        for (int i = 0; i < 50; i++) {
            List<Long> expected = new ArrayList<>();
            for (int j = Math.max(0, i - 3); j <= i; j++) {
                expected.add(j % 7 == 3 ? -1L : j);
            }
            assertEquals(expected, received(views.get(i)));
        }
    }

    @Test
    void thePeakIsTheHighestOfEachDirectionAndOutlivesTheHistory() {
        MadeUpSocket socket = traffic.tcp("a", 1).to("192.0.2.1", 80).bytes(0, 0);
        traffic.tick();
        socket.bytes(2_000, 0);
        traffic.tick();
        socket.bytes(2_000, 600);
        traffic.tick();
        Snapshot snapshot = traffic.tick();
        assertEquals(Optional.of(new Rate(1_000, 300)), only(snapshot).peak());
        for (int i = 0; i < RateLedger.SUM_TICKS; i++) {
            snapshot = traffic.tick();
        }
        RecentRates.Series network = snapshot.tracking().rates().network();
        assertEquals(RateLedger.SUM_TICKS, network.history().size());
        assertEquals(Optional.of(Rate.ZERO), network.history().peak());
        assertEquals(Optional.of(new Rate(1_000, 300)), network.peak());
    }
}
