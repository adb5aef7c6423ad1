package dev.netwatch.domain.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestWordTest {
    private static final List<String> WORDS = List.of("list", "stream", "history", "doctor", "eth0", "lo");

    @Test
    void guessesASlip() {
        assertEquals(Optional.of("list"), NearestWord.to("lsit", WORDS));
        assertEquals(Optional.of("history"), NearestWord.to("histroy", WORDS));
        assertEquals(Optional.of("eth0"), NearestWord.to("ETH1", WORDS));
    }

    @Test
    void aWordThatIsBegunIsMeant() {
        assertEquals(Optional.of("process:"), NearestWord.to("proc", List.of("port:", "proto:", "process:")));
        assertEquals(Optional.of("list"), NearestWord.to("li", List.of("lo", "list")));
    }

    @Test
    void doesNotGuessWildly() {
        assertEquals(Optional.empty(), NearestWord.to("firefox", WORDS));
        assertEquals("", NearestWord.hint("zzzzzz", WORDS));
    }

    @Test
    void aSwapIsOneChange() {
        assertEquals(1, NearestWord.distance("lsit", "list"));
        assertEquals(3, NearestWord.distance("", "abc"));
        assertEquals(0, NearestWord.distance("abc", "abc"));
    }
}
