package dev.netwatch.adapters.collect.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.testkit.ConnectionSourceContract;
import dev.netwatch.domain.testkit.LoopbackTraffic;
import dev.netwatch.domain.testkit.Traffic;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import oshi.software.os.InternetProtocolStats;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

class OshiSourceTest extends ConnectionSourceContract {
    private final ConnectionSource source = new OshiSource(Clock.system());

    @Override
    protected ConnectionSource source() {
        return source;
    }

    @Override
    protected Traffic open(Traffic.Kind kind) throws IOException {
        return LoopbackTraffic.open(kind);
    }

    @Test
    void whateverBreaksInsideOshiIsAFailureOfTheSource() {
        ConnectionSource broken = new OshiSource("Linux", Clock.system(), () -> {
            throw new NullPointerException("inside OSHI");
        });
        SourceException failed = assertThrows(SourceException.class, broken::sample);
        assertEquals("oshi-failed", failed.notice().code());
    }

    @Test
    void twoUnknownStartsAreNotTheSame() {
        Optional<Instant> start = Optional.of(Instant.EPOCH);
        assertTrue(OshiConnections.isSameStart(start, Optional.of(Instant.EPOCH)));
        assertFalse(OshiConnections.isSameStart(start, Optional.of(Instant.MAX)));
        assertFalse(OshiConnections.isSameStart(start, Optional.empty()));
        assertFalse(OshiConnections.isSameStart(Optional.empty(), Optional.empty()));
    }

    /** As OSHI makes them of netstat's lines: without a process. */
    @Test
    void whereOnlyNetstatIsAskedNobodyIsNamedAndItSaysSo() {
        byte[] here = {127, 0, 0, 1};
        IPConnection line = new IPConnection("tcp4", here, 50_000, here, 443, TcpState.ESTABLISHED, 0, 0, -1);
        for (String system : List.of("FreeBSD", "OpenBSD", "SunOS", "AIX")) {
            ConnectionSource floor = new OshiSource(system, Clock.system(), () -> tables(line));
            assertEquals(Set.of(), floor.capabilities());
            assertEquals(Optional.empty(), floor.refusal());
            Sample sample = floor.sample();
            assertEquals(Attribution.NO_PERMISSION, sample.open().get(0).owner().attribution());
            assertEquals(
                    "On " + system + " OSHI asks netstat, which tells neither whose a socket is nor which ones listen.",
                    sample.coverage().reasons().get(0).sentence());
            assertEquals(Coverage.Level.SAMPLED, sample.coverage().level());
        }
        for (String system : List.of("Linux", "Mac OS X", "Windows 11", "Windows Server 2025")) {
            ConnectionSource floor = new OshiSource(system, Clock.system(), () -> tables(line));
            assertEquals(Set.of(Capability.OWNERS), floor.capabilities());
            assertTrue(floor.sample().coverage().reasons().stream()
                    .noneMatch(notice -> notice.code().equals("no-owners")));
        }
    }

    private static InternetProtocolStats tables(IPConnection... connections) {
        InternetProtocolStats tables = Mockito.mock(InternetProtocolStats.class);
        Mockito.when(tables.getConnections()).thenReturn(List.of(connections));
        return tables;
    }
}
