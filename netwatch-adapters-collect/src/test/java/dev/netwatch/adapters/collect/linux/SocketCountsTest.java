package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketCountsTest {
    /** As Linux 6.18 writes them; what is not understood may be anything. */
    @ParameterizedTest
    @CsvSource({
        "'sockets: used 142\nTCP: inuse 0 orphan 0 tw 0 alloc 9 mem 1\nUDP: inuse 3 mem 0\n', false",
        "'sockets: used 142\nTCP: inuse 1 orphan 0 tw 0 alloc 9 mem 1\n', true",
        "'sockets: used 142\nTCP: inuse 0 orphan 0 tw 7 alloc 9 mem 1\n', true",
        "'TCP6: inuse 0\nUDP6: inuse 4\n', false",
        "'TCP6: inuse 12\n', true",
        "'TCP: inuse\n', true",
        "'TCP:\n', true",
        "'', true",
        "'UDP: inuse 0\n', true",
    })
    void onlyAPlainZeroMeansNone(String text, boolean mayHave) {
        assertEquals(mayHave, SocketCounts.mayHaveTcp(text));
    }
}
