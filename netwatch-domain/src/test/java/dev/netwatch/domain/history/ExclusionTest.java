package dev.netwatch.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExclusionTest {
    @ParameterizedTest
    @CsvSource({
        "chrome, true",
        "chrome (helper), true",
        "chromedriver, false",
        "chrome(x), false",
        "Chrome, false",
        "'chrome ', false",
    })
    void matchesTheWholeNameOrThePartBeforeTheParenthesis(String name, boolean hidden) {
        assertEquals(hidden, new Exclusion("chrome", Instant.EPOCH).matches(name));
    }
}
