package dev.netwatch.adapters.collect.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PsLineTest {
    @Test
    void aLineIsReadUpToTheTimeAndFromItOn() {
        PsProcess process = PsProcess.parse(
                        "  772   700   501 ada              Thu Jan  1 08:02:02 2026 /Applications/A B.app/A B")
                .orElseThrow();
        assertEquals(
                new PsProcess(
                        772,
                        OptionalLong.of(700),
                        OptionalLong.of(501),
                        Optional.of("ada"),
                        Instant.parse("2026-01-01T08:02:02Z"),
                        "/Applications/A B.app/A B"),
                process);
        assertEquals(Optional.of("/Applications/A B.app/A B"), process.executable());
        assertEquals("A B", process.baseName());
    }

    @Test
    void usersMayHaveBlanksOrBeNumbers() {
        String time = "Thu Jan  1 08:02:02 2026";
        assertEquals(
                Optional.of("CORP\\ada lovelace"),
                PsProcess.parse("1 0 501 CORP\\ada lovelace " + time + " x")
                        .orElseThrow()
                        .user());
        assertEquals(
                Optional.empty(),
                PsProcess.parse("1 0 501 501 " + time + " x").orElseThrow().user());
    }

    @Test
    void aTimeInTheNameOfAProcessIsNotItsStart() {
        PsLine line = PsLine.parse("1 Thu Jan  1 08:02:02 2026 evil Fri Jan  2 09:00:00 2026 x")
                .orElseThrow();
        assertEquals(Instant.parse("2026-01-01T08:02:02Z"), line.startedAt());
        assertEquals("evil Fri Jan  2 09:00:00 2026 x", line.text());
        assertEquals(List.of("1"), line.before());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 0 0 root",
                "1 Thu Jan 32 08:02:02 2026 x",
                "1 Thu Feb 30 08:02:02 2026 x",
                "1 Thu Jan  1 25:02:02 2026 x",
                "1 Do  Jan  1 08:02:02 2026 x",
                "x Thu Jan  1 08:02:02 2026 x",
                "1Thu Jan  1 08:02:02 2026 x",
                "1 Thu Jan  1 08-02-02 2026 x"
            })
    void whatHasNoNumberOrNoTimeIsNoProcess(String line) {
        assertEquals(Optional.empty(), PsProcess.parse(line));
    }
}
