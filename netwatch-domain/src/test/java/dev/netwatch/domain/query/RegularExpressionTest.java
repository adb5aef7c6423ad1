package dev.netwatch.domain.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegularExpressionTest {
    /** Would run for years; each is one search of one text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+\\1$",
                "(a|a)*b\\1",
                "(a|aa)+$",
                "(.*)*(.*)*x\\1",
                "(.*a){10}b",
                "((a*)*)*b",
                "(?=(a+)+$)b",
                "(?:a?){70}a{70}b",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
            })
    void aSearchEndsWhateverThePattern(String source) {
        assertTrue(RegexBounds.allow(source));
        RegularExpression expression = RegularExpression.of(source);
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertFalse(expression.isFoundIn("a".repeat(100) + "!")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)x",
                "($|$)($|$)($|$)($|$)($|$)($|$)($|$)($|$)($|$)($|$)($|$)($|$)($|$)($|$)x",
                "((((((((((((((a?)?)?)?)?)?)?)?)?)?)?)?)?)?)?x",
                "(){999999999}",
                "^{10001}",
                "((){1000}){1000}",
            })
    void whatTriesManyWaysWithoutReadingIsRefused(String source) {
        assertFalse(RegexBounds.allow(source));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(firefox|chrome|chromium|curl|wget|ssh|git|apt|dnf|snap|flatpak|steam|code|java|node)$",
                "\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}",
                "^([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$",
                "(google|amazon|microsoft).*(cdn|edge)?\\.(com|net|org)$",
                "[(|)]",
                ".*a.*e.*x",
            })
    void whatPeopleWriteIsAllowed(String source) {
        assertEquals(
                "/" + source + "/", FilterExpression.parse("/" + source + "/").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a|e)*(.*)*q\\1", "(.*)*(.*)*x\\1", "(.|.)+(.|.)+~\\1"})
    void whatIsSlowOnUsualTextsIsRefused(String source) {
        assertFalse(RegexBounds.isQuick(RegularExpression.of(source).pattern()));
        assertThrows(FilterSyntaxException.class, () -> FilterExpression.parse("/" + source + "/"));
    }

    @Test
    void whatIsFoundLateIsFound() {
        assertTrue(RegularExpression.of(".*\\.example$").isFoundIn("a.".repeat(120) + "example"));
        assertTrue(RegularExpression.of("x$").isFoundIn("a".repeat(511) + "x"));
        assertFalse(RegularExpression.of("x$").isFoundIn("a".repeat(512) + "x"), "behind what is looked at");
    }

    /** Java's engine calls itself for every character of some loops. */
    @Test
    void aSearchDoesNotExhaustASmallStack() throws InterruptedException {
        boolean[] found = new boolean[1];
        RegularExpression expression = RegularExpression.of("^(((a|b)|c)|(d|[e-z]))*$");
        Thread small = new Thread(null, () -> found[0] = expression.isFoundIn("ab".repeat(256)), "small", 256 * 1024);
        small.start();
        small.join();
        assertTrue(found[0]);
    }

    @Test
    void randomPatternsEndAndThrowNothingElse() {
        Random random = new Random(20_26);
        String[] pieces = {
            "(",
            ")",
            "(?:",
            "(?=",
            "(?<!",
            "|",
            "*",
            "+",
            "?",
            "{2}",
            "{1,9}",
            "{0,}",
            "[",
            "]",
            "^",
            "$",
            "\\b",
            "\\1",
            "a",
            "b",
            ".",
            "\\p{L}",
            "\\Q",
            "\\E",
            "(?x)",
            "(?i",
            "&&",
            "-",
            "\\x{1F600}",
            "\\N{",
            "\\",
            "\\k<",
            "<a>"
        };
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder source = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                source.append(pieces[random.nextInt(pieces.length)]);
            }
            String filter = "/" + source + "/";
            try {
                FilterExpression expression = FilterExpression.parse(filter);
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> expression.accepts(Filtered.curl()), filter);
                read++;
            } catch (FilterSyntaxException e) {
                assertEquals(filter, e.filter());
            }
        }
        assertTrue(read > 1000, "most of them were mistakes: " + read);
    }
}
