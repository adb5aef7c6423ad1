package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.domain.connection.Direction;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EphemeralPortsTest {
    @ParameterizedTest
    @CsvSource({
        "32768, 53, OUTBOUND",
        "60999, 53, OUTBOUND",
        "53, 32768, INBOUND",
        "123, 123, UNKNOWN",
        "40000, 50000, UNKNOWN",
        "61000, 32767, UNKNOWN"
    })
    void theEndWithSuchAPortCalled(int local, int remote, Direction expected) {
        EphemeralPorts ports = EphemeralPorts.parse("32768\t60999\n").orElseThrow();
        assertEquals(expected, ports.direction(local, remote));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "32768", "a b", "-1 5", "1 2 3", "9999999999 1"})
    void doesNotGuessARangeThatItCannotRead(String range) {
        assertEquals(Optional.empty(), EphemeralPorts.parse(range));
    }

    @Test
    void hasNoneWhereProcDoesNotTell(@TempDir Path proc) {
        assertEquals(Optional.empty(), EphemeralPorts.read(proc));
    }
}
