package dev.netwatch.domain.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterCompletionTest {
    @ParameterizedTest
    @CsvSource({
        "p, 0, 'process: pid: port: proto:'",
        "a PRO, 2, 'process: proto:'",
        "!po, 1, port:",
        "(a or ho, 6, host:",
        "a o, 2, 'org: or'",
        "r, 0, 'remote: rate> rate<'",
        "state:fin, 6, 'fin-wait-1 fin-wait-2'",
        "proto:, 6, 'tcp udp'",
        "process:c, 8, ''",
        "nofield:c, 8, ''",
        "process:, 8, ''",
        "new, 0, ''",
        "\"pro, 4, ''",
        "/pro, 4, ''",
        "/x/ pro, 4, 'process: proto:'",
        "\"x \\\" pro, 9, ''",
    })
    void offersWhatBeginsLikeIt(String text, int from, String words) {
        FilterCompletion completion = FilterCompletion.suggest(text, text.length());
        assertEquals(from, completion.from());
        assertEquals(words, String.join(" ", completion.words()));
    }

    @Test
    void looksAtWhatStandsBeforeTheCursor() {
        assertEquals(List.of("seen"), FilterCompletion.suggest("se new", 2).words());
        assertTrue(FilterCompletion.suggest("", 0).words().contains("interface:"));
        assertTrue(FilterCompletion.suggest("a ", 2).words().contains("or"));
    }

    @Test
    void offersWhatTheFieldHoldsTheMostFrequentFirst() {
        Connections table = new Connections(new FakeClock());
        table.tcp("curl", 1).to("192.0.2.1", 443);
        table.tcp("firefox", 2).to("192.0.2.2", 443);
        table.tcp("firefox", 2).to("192.0.2.3", 8443);
        table.tcp("Web Content", 3).to("192.0.2.3", 80);
        assertEquals("firefox \"Web Content\" curl", offered("process:", table));
        assertEquals("firefox", offered("new process:FI", table));
        assertEquals("\"Web Content\"", offered("process:content", table));
        assertEquals("443 8443", offered("port:44", table));
        assertEquals("", offered("process:curl", table));
        assertEquals("", offered("host:", table));
        assertEquals("tcp udp", offered("proto:", table));
        for (String word : offered("remote:", table).split(" ")) {
            FilterExpression.parse("remote:" + word);
        }
    }

    private static String offered(String text, Connections table) {
        List<Filterable> seen =
                table.tick().tracking().open().stream().map(Filterable::of).toList();
        List<String> words = FilterCompletion.suggest(text, text.length(), seen).words().stream()
                .filter(word -> !text.startsWith("port") || Integer.parseInt(word) < 10_000) // local ports
                .toList();
        return String.join(" ", words);
    }

    @Test
    void allThatIsOfferedCanBeWritten() {
        for (String word : FilterCompletion.suggest("", 0).words()) {
            if (word.endsWith(":")) {
                FilterField field =
                        FilterField.of(word.substring(0, word.length() - 1)).orElseThrow();
                FilterExpression.parse(word + field.example());
            } else if (!word.equals("or")) {
                FilterExpression.parse(word.startsWith("rate") ? word + "1k" : word);
            }
        }
    }
}
