package dev.netwatch.adapters.collect.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.testkit.ConnectionSourceContract;
import dev.netwatch.domain.testkit.LoopbackTraffic;
import dev.netwatch.domain.testkit.Traffic;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
        ConnectionSource broken = new OshiSource(Clock.system(), () -> {
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
}
