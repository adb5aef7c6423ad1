package dev.netwatch.tui.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "2s,PT2S", "1m,PT1M", "24h,PT24H", "7d,PT168H"})
    void readsWhatPeopleWrite(String text, Duration expected) {
        assertEquals(expected, Durations.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "2 s", "-1s", "1.5s", "s", "2S", "1w", "1s1s", "9999999999s", "٣s", "0s", "0ms"})
    void refusesAnythingElseAndSaysWhatIsRight(String text) {
        UsageException wrong = assertThrows(UsageException.class, () -> Durations.parse(text));
        assertTrue(wrong.getMessage().contains("500ms, 2s, 1m, 24h or 7d"), wrong.getMessage());
    }

    @Test
    void namesTheBounds() {
        UsageException wrong = assertThrows(UsageException.class, () -> Words.interval("10ms"));
        assertEquals("'10ms' is out of bounds; choose from 100ms to 1h", wrong.getMessage());
    }

    @Property
    void formatsWhatItReads(@ForAll @LongRange(min = 1, max = 999_999_999) long millis) {
        Duration length = Duration.ofMillis(millis);
        assertEquals(length, Durations.parse(Durations.format(length)));
    }
}
