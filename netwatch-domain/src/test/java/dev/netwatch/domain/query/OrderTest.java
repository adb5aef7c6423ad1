package dev.netwatch.domain.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.track.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {
    private final Connections traffic = new Connections(new FakeClock());

    /** Three rows that differ in everything, and one of which little is known. */
    private Snapshot rows() {
        traffic.tcp(owner("Anna", 30, "uma"))
                .from("10.0.0.9", 1)
                .to("192.0.2.10", 80)
                .bytes(10, 500)
                .rtt(900)
                .named("zoo.example")
                .heldBy("Beta")
                .seen(7);
        traffic.tick();
        traffic.tcp(owner("bert", 20, "Tom"))
                .from("10.0.0.10", 1)
                .to("192.0.2.9", 443)
                .bytes(300, 5)
                .rtt(70)
                .heldBy("alpha")
                .seen(1);
        traffic.tcp(owner("carl", 10, ""))
                .from("2001:db8::1", 1)
                .to("2001:db8::2", 22)
                .bytes(200, 6)
                .rtt(8)
                .state(SocketState.CLOSE_WAIT)
                .direction(Direction.UNKNOWN)
                .named("ant.example")
                .heldBy("Gamma")
                .seen(3);
        traffic.udp("dora", 40).from("0.0.0.0", 9999);
        return traffic.tick();
    }

    private static Owner owner(String process, long pid, String user) {
        Optional<String> name = user.isEmpty() ? Optional.empty() : Optional.of(user);
        return new Owner(
                Attribution.OWNER, Optional.of(ProcessRef.of(pid, process)), OptionalLong.of(pid * 10_000), name);
    }

    private static List<String> processes(Snapshot snapshot, Order order) {
        return Query.EVERYTHING.run(snapshot).in(order).rows().stream()
                .map(row -> row.process().orElse("").substring(0, 1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "TOTAL, A b c d",
        "PROCESS, A b c d",
        "RECEIVED, b c A d",
        "SENT, A c b d",
        "PID, c b A d",
        "USER, b A c d",
        "FAMILIARITY, b c A d",
        "PROTOCOL, A b c d",
        "DIRECTION, A b d c",
        "LOCAL, d A b c",
        "REMOTE, c A b d",
        "PORT, c A b d",
        "ORGANISATION, b A c d",
        "STATE, c A b d",
        "RTT, A b c d",
        "FIRST_SEEN, b c d A",
    })
    void eachKeyOrdersInTheDirectionOneExpectsAndTheUnknownComesLast(SortKey key, String expected) {
        assertEquals(List.of(expected.split(" ")), processes(rows(), Order.by(key)));
    }

    @Test
    void theUnknownComesLastInTheOtherDirectionToo() {
        assertEquals(List.of("c", "b", "A", "d"), processes(rows(), new Order(SortKey.RTT, false, false)));
    }

    /** However the rows come in, the same ones go out in the same order. */
    @ParameterizedTest
    @EnumSource(SortKey.class)
    void equalRowsKeepTheirOrder(SortKey key) {
        for (int i = 0; i < 20; i++) {
            traffic.tcp("same", i % 3).to("192.0.2." + i % 5, 80 + i % 2).bytes(i % 2, 0);
        }
        List<TrafficRow> rows =
                new ArrayList<>(Query.EVERYTHING.run(traffic.tick()).rows());
        List<TrafficRow> once = Order.by(key).sorted(rows);
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(rows, new Random(seed));
            assertEquals(once, Order.by(key).sorted(rows));
        }
    }

    @Test
    void theUsualKeysFollowEachOtherAndAnyOtherLeadsBackToThem() {
        assertEquals(SortKey.PROCESS, SortKey.TOTAL.next());
        assertEquals(SortKey.TOTAL, SortKey.SENT.next());
        assertEquals(SortKey.TOTAL, SortKey.RTT.next());
    }
}
