package dev.netwatch.domain.connection;

import static dev.netwatch.domain.connection.ByteQuality.ESTIMATED;
import static dev.netwatch.domain.connection.ByteQuality.EXACT;
import static dev.netwatch.domain.connection.ByteQuality.UNAVAILABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ByteCountersTest {
    @Test
    void aSumIsWorthNoMoreThanItsWorstPart() {
        ByteCounters sum = ByteCounters.exact(1, 2).plus(new ByteCounters(10, 20, ESTIMATED, EXACT));
        assertEquals(new ByteCounters(11, 22, ESTIMATED, EXACT), sum);
        assertEquals(ESTIMATED, sum.quality());
        assertEquals(33, sum.total());
    }

    @Test
    void unknownIsAbsentNotZero() {
        assertEquals(UNAVAILABLE, ByteCounters.qualityOf(Optional.empty()));
        assertEquals(EXACT, ByteCounters.qualityOf(Optional.of(ByteCounters.exact(0, 0))));
        assertThrows(IllegalArgumentException.class, () -> new ByteCounters(0, 0, UNAVAILABLE, EXACT));
        assertThrows(IllegalArgumentException.class, () -> ByteCounters.exact(-1, 0));
    }

    @Test
    void countersThatFallAreAnotherSockets() {
        assertTrue(ByteCounters.exact(5, 5).continues(ByteCounters.exact(5, 4)));
        assertFalse(ByteCounters.exact(5, 3).continues(ByteCounters.exact(5, 4)));
        assertFalse(ByteCounters.exact(4, 5).continues(ByteCounters.exact(5, 4)));
    }
}
