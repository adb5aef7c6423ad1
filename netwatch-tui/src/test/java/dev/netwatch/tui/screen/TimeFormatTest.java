package dev.netwatch.tui.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.domain.connection.TcpMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFormatTest {
    @Test
    void theClockKnowsSummerTime() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertEquals("00:30:00", TimeFormat.clock(Instant.parse("2026-07-31T22:30:00Z"), berlin));
        assertEquals("23:30:01", TimeFormat.clock(Instant.parse("2026-01-31T22:30:01Z"), berlin));
    }

    @ParameterizedTest
    @CsvSource({"-5,0s", "59,59s", "60,1m", "3599,59m", "3600,1h", "86400,1d", "99999999999,999d"})
    void anAgeHasOneFigure(long seconds, String text) {
        assertEquals(text, TimeFormat.age(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"0,0:00:00", "3727,1:02:07", "90061,1d 1:01:01"})
    void timeUpCountsDays(long seconds, String text) {
        assertEquals(text, TimeFormat.up(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"0,<0.01ms", "9,<0.01ms", "62,0.06 ms", "999,0.99 ms", "1000,1.0 ms", "31400,31 ms"})
    void aShortRoundTripIsNotNothing(long micros, String text) {
        assertEquals(text, TimeFormat.roundTrip(new TcpMetrics(micros, OptionalLong.empty())));
    }

    @ParameterizedTest
    @CsvSource({"500,500ms", "2000,2s", "60000,1m", "90000,90s"})
    void anIntervalIsShownAsItWasGiven(long millis, String text) {
        assertEquals(text, TimeFormat.interval(Duration.ofMillis(millis)));
    }
}
