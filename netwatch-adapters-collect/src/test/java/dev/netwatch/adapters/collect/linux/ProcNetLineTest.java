package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProcNetLineTest {
    private static final String V4 = "   1: 0100007F:9C42 0100007F:9C41 01 00000000:00000000 00:00000000 00000000  1000"
            + "        0 12345 1 0000000000000000 20 4 30 10 -1";
    private static final String V6 =
            "   3: 00000000000000000000000001000000:9C4C 00000000000000000000000001000000:9C4B 05"
                    + " 00000000:00000000 02:00000000 00000000     0        0 77 1 0000000000000000 20 0 0 10 -1";
    private static final String MAPPED =
            "   4: 0000000000000000FFFF00000100007F:9C56 0000000000000000FFFF00000100007F:9C4B 0C"
                    + " 00000000:00000000 00:00000000 00000000     0        0 0 1 0000000000000000 20 0 0 10 -1";

    private static ProcNetLine parse(String line) {
        return ProcNetLine.parse(line, Protocol.TCP, ByteOrder.LITTLE_ENDIAN).orElseThrow();
    }

    @Test
    void readsIpv4() {
        ProcNetLine line = parse(V4);
        assertEquals("127.0.0.1:40002", line.tuple().local().toString());
        assertEquals("127.0.0.1:40001", line.tuple().remote().orElseThrow().toString());
        assertEquals(SocketState.ESTABLISHED, line.state());
        assertEquals(1000, line.uid());
        assertEquals(12345, line.inode());
    }

    @Test
    void readsIpv6AndMappedAddresses() {
        assertEquals("[::1]:40012", parse(V6).tuple().local().toString());
        assertEquals(SocketState.FIN_WAIT_2, parse(V6).state());
        assertEquals("127.0.0.1:40022", parse(MAPPED).tuple().local().toString());
        assertEquals(SocketState.SYN_RECEIVED, parse(MAPPED).state());
    }

    @Test
    void readsWordsInTheOrderOfTheMachine() {
        String line = V4.replace("0100007F", "7F000001");
        ProcNetLine big =
                ProcNetLine.parse(line, Protocol.TCP, ByteOrder.BIG_ENDIAN).orElseThrow();
        assertEquals("127.0.0.1:40002", big.tuple().local().toString());
    }

    @Test
    void aListenerHasNoRemote() {
        String line = V4.replace("0100007F:9C41 01", "00000000:0000 0A");
        assertEquals(Optional.empty(), parse(line).tuple().remote());
        assertEquals(SocketState.LISTEN, parse(line).state());
    }

    @Test
    void everythingElseIsRefusedQuietly() {
        for (String line :
                List.of("", "  sl  local_address rem_address", "1: x y z", V4.replace("0100007F:9C42", "0100007F"))) {
            assertTrue(
                    ProcNetLine.parse(line, Protocol.UDP, ByteOrder.LITTLE_ENDIAN)
                            .isEmpty(),
                    line);
        }
        Random random = new Random(99);
        for (int i = 0; i < 20_000; i++) {
            char[] damaged = V6.toCharArray();
            damaged[random.nextInt(damaged.length)] = (char) (32 + random.nextInt(96));
            damaged[random.nextInt(damaged.length)] = (char) random.nextInt(0x3000);
            ProcNetLine.parse(new String(damaged), Protocol.TCP, ByteOrder.LITTLE_ENDIAN)
                    .ifPresent(line -> assertTrue(line.tuple().local().port() <= 0xffff));
        }
    }
}
