package dev.netwatch.domain.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.history.HistoryQuery;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFilterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl",
                "process:usr/bin",
                "host:mirror",
                "remote:203.0.113",
                "remote:mirror",
                "203.0.113.0/24",
                "203.0.113.9:443",
                "mirror.example.org:443",
                "port:443",
                "proto:tcp",
                "org:networks",
                ">1MB",
                "seen",
                "!new",
                "/^curl$/",
            })
    void findsAPeer(String filter) {
        assertTrue(FilterExpression.parseForHistory(filter).accepts(Filtered.sighting()));
    }

    @ParameterizedTest
    @ValueSource(strings = {">0", "<1G", "seen", "org:e", "0.0.0.0/0", "port:443", "process:curl"})
    void findsNothingInWhatIsNotKnown(String filter) {
        assertFalse(FilterExpression.parseForHistory(filter).accepts(Filtered.imported()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "host:old", "remote:example.net", "old.example.net:80", "/^old/", "wget"})
    void anImportedNameIsAHost(String filter) {
        assertTrue(FilterExpression.parseForHistory(filter).accepts(Filtered.imported()));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "process:curl remote:10.0, curl, 10.0",
                "process:curl process:x, curl, -",
                "host:a org:b, -, a",
                "port:443 org:b, -, b",
                "process:curl or remote:a, -, -",
                "!process:curl, -, -",
                "curl, -, -",
                "process:ÄÖ, -, -",
                "remote:10.0.0.0/8, -, -",
            })
    void aRepositoryIsAskedForNoLessThanIsWanted(
            String filter,
            @org.jspecify.annotations.Nullable String process,
            @org.jspecify.annotations.Nullable String remote) {
        HistoryQuery ten = new HistoryQuery(Optional.empty(), Optional.empty(), Optional.empty(), 10);
        assertEquals(
                new HistoryQuery(
                        Optional.ofNullable(process), Optional.ofNullable(remote), Optional.empty(), Integer.MAX_VALUE),
                FilterExpression.parseForHistory(filter).narrowed(ten));
    }

    @Test
    void whatWasAskedBeforeStays() {
        HistoryQuery asked = new HistoryQuery(Optional.of("a"), Optional.of("b"), Optional.empty(), 10);
        assertEquals(asked, FilterExpression.parseForHistory("").narrowed(asked));
        HistoryQuery narrowed =
                FilterExpression.parseForHistory("process:c remote:d").narrowed(asked);
        assertEquals(Optional.of("a"), narrowed.process());
        assertEquals(Optional.of("b"), narrowed.remote());
    }
}
