package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.sample.Scope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FinalCountersTest {
    private static final Endpoint HERE = new Endpoint(IpAddress.parse("127.0.0.1"), 1000);
    private static final Endpoint THERE = new Endpoint(IpAddress.parse("127.0.0.1"), 2000);

    private static Ended ended(Endpoint local, Endpoint remote, long received, long sent) {
        FiveTuple tuple = new FiveTuple(Protocol.TCP, local, Optional.of(remote));
        return new Ended(local.port(), tuple, Scope.UNKNOWN, true, true, true, received, sent, sent + 2, 0);
    }

    private static ByteCounters decide(Ended ended, SocketState last, Ended... batch) {
        return new FinalCounters(List.of(batch)).of(ended, last).orElseThrow();
    }

    private static ByteCounters about(long received, long sent) {
        return new ByteCounters(received, sent, ByteQuality.ESTIMATED, ByteQuality.EXACT);
    }

    @Test
    void receivedIsAnEstimateWhereNothingTellsOfTheFin() {
        Ended alone = ended(HERE, THERE, 301, 500);
        assertEquals(about(301, 500), decide(alone, SocketState.ESTABLISHED, alone));
    }

    @Test
    void aStateThatOnlyAFinLeadsToDecides() {
        Ended alone = ended(HERE, THERE, 301, 500);
        for (SocketState state : List.of(SocketState.CLOSE_WAIT, SocketState.LAST_ACK, SocketState.CLOSING)) {
            assertEquals(ByteCounters.exact(300, 500), decide(alone, state, alone));
        }
    }

    @Test
    void nothingReceivedIsNothing() {
        Ended alone = ended(HERE, THERE, 0, 500);
        assertEquals(ByteCounters.exact(0, 500), decide(alone, SocketState.ESTABLISHED, alone));
    }

    @Test
    void aPeerOnThisMachineDecides() {
        Ended peer = ended(THERE, HERE, 501, 300);
        Ended withFin = ended(HERE, THERE, 301, 500);
        assertEquals(ByteCounters.exact(300, 500), decide(withFin, SocketState.ESTABLISHED, peer, withFin));
        Ended withoutFin = ended(HERE, THERE, 300, 500);
        assertEquals(ByteCounters.exact(300, 500), decide(withoutFin, SocketState.ESTABLISHED, peer, withoutFin));
    }

    @Test
    void aPeerWhoseBytesDidNotAllArriveDecidesNothing() {
        Ended peer = ended(THERE, HERE, 501, 900);
        Ended ours = ended(HERE, THERE, 301, 500);
        assertEquals(about(301, 500), decide(ours, SocketState.ESTABLISHED, peer, ours));
    }

    @Test
    void aTupleUsedTwiceDecidesNothing() {
        Ended peer = ended(THERE, HERE, 501, 300);
        Ended again = ended(THERE, HERE, 501, 300);
        Ended ours = ended(HERE, THERE, 301, 500);
        assertEquals(about(301, 500), decide(ours, SocketState.ESTABLISHED, peer, again, ours));
    }

    @Test
    void olderKernelsOnlyTellWhatWasAcknowledged() {
        FiveTuple tuple = new FiveTuple(Protocol.TCP, HERE, Optional.of(THERE));
        Ended old = new Ended(1, tuple, Scope.UNKNOWN, true, true, false, 0, 502, 502, 0);
        assertEquals(
                new ByteCounters(0, 502, ByteQuality.EXACT, ByteQuality.ESTIMATED),
                decide(old, SocketState.ESTABLISHED, old));
        Ended oldest = new Ended(1, tuple, Scope.UNKNOWN, true, false, false, 0, 0, 0, 0);
        assertEquals(Optional.empty(), new FinalCounters(List.of(oldest)).of(oldest, SocketState.ESTABLISHED));
    }
}
