package dev.netwatch.domain.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.Ancestor;
import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessId;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.MadeUpSocket;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupingTest {
    private final Connections traffic = new Connections(new FakeClock());

    private List<ListLine> lines(Grouping grouping, Order order, Expansion expansion) {
        QueryResult result = Query.EVERYTHING.run(traffic.tick()).in(order);
        return grouping.lines(result, order, expansion);
    }

    private List<ListLine> lines(Grouping grouping, Expansion expansion) {
        return lines(grouping, Order.DEFAULT, expansion);
    }

    /** {@code firefox} for a header, {@code  192.0.2.1} for a row, a blank more for each level. */
    private static List<String> texts(List<ListLine> lines) {
        return lines.stream()
                .map(line -> " ".repeat(line.depth())
                        + (line instanceof ListLine.Group group
                                ? group.label().orElse("?")
                                : ((ListLine.Row) line)
                                        .row()
                                        .key()
                                        .remote()
                                        .map(Object::toString)
                                        .orElse("*")))
                .toList();
    }

    private static ListLine.Group group(List<ListLine> lines, String label) {
        return lines.stream()
                .filter(ListLine.Group.class::isInstance)
                .map(ListLine.Group.class::cast)
                .filter(group -> group.label().orElse("?").equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ungroupedEveryRowIsALine() {
        traffic.tcp("a", 1).to("192.0.2.1", 80).bytes(1, 0);
        traffic.tcp("b", 2).to("192.0.2.2", 80).bytes(2, 0);
        assertEquals(List.of("192.0.2.2", "192.0.2.1"), texts(lines(Grouping.NONE, Expansion.NOTHING)));
    }

    @Test
    void aGroupHasAHeaderAndItsRowsOnlyWhereItIsExpanded() {
        traffic.tcp("a", 1).to("192.0.2.1", 80).bytes(10, 0);
        traffic.tcp("a", 2).to("192.0.2.2", 80).bytes(20, 0);
        traffic.tcp("b", 3).to("192.0.2.3", 80).bytes(25, 0);
        List<ListLine> closed = lines(Grouping.PROCESS, Grouping.PROCESS.expansion());
        assertEquals(List.of("a", "b"), texts(closed));
        Expansion one = Expansion.NOTHING.toggled((GroupKey) closed.get(0).key());
        assertEquals(List.of("a", " 192.0.2.2", " 192.0.2.1", "b"), texts(lines(Grouping.PROCESS, one)));
        assertTrue(((ListLine.Group) lines(Grouping.PROCESS, one).get(0)).expanded());
        Expansion none = one.toggled((GroupKey) closed.get(0).key());
        assertEquals(texts(closed), texts(lines(Grouping.PROCESS, none)));
    }

    @Test
    void aHeaderSumsAllRowsShownOrNot() {
        MadeUpSocket one = traffic.tcp("a", 1).to("192.0.2.1", 80).bytes(10, 1).seen(4);
        traffic.tcp("a", 1).to("192.0.2.2", 80).bytes(20, 2).seen(1);
        traffic.tick();
        one.bytes(210, 101);
        ListLine.Group sum = group(lines(Grouping.PROCESS, Expansion.NOTHING), "a");
        assertEquals(2, sum.rows());
        assertEquals(2, sum.connections());
        assertEquals(Optional.of(ByteCounters.exact(230, 103)), sum.counters());
        assertEquals(Optional.of(new Rate(100, 50)), sum.rate());
        assertFalse(sum.rateIsPartial());
        assertEquals(Optional.of(Familiarity.NEW), sum.familiarity());
        assertEquals(OptionalLong.of(1), sum.pid());
    }

    @Test
    void aSumWithAnUnknownPartIsAnEstimateAndOneOfNothingMeasuredIsAbsent() {
        traffic.tcp("a", 1).to("192.0.2.1", 80).bytes(10, 1);
        traffic.udp("a", 2).to("192.0.2.2", 53);
        traffic.udp("b", 3).to("192.0.2.3", 53).seen(3);
        traffic.tick();
        List<ListLine> lines = lines(Grouping.PROCESS, Expansion.NOTHING);
        ListLine.Group partial = group(lines, "a");
        assertEquals(10, partial.counters().orElseThrow().received());
        assertEquals(ByteQuality.ESTIMATED, partial.counters().orElseThrow().quality());
        assertTrue(partial.rateIsPartial());
        assertEquals(OptionalLong.empty(), partial.pid());
        assertEquals(Optional.empty(), partial.familiarity());
        ListLine.Group unknown = group(lines, "b");
        assertEquals(Optional.empty(), unknown.counters());
        assertEquals(Optional.empty(), unknown.rate());
        assertFalse(unknown.rateIsPartial());
        assertEquals(Optional.of(Familiarity.SEEN), unknown.familiarity());
    }

    @Test
    void aListenerLacksNothing() {
        traffic.tcp("a", 1).to("192.0.2.1", 80).bytes(10, 1);
        traffic.tcp("a", 1).from("0.0.0.0", 443).state(SocketState.LISTEN).direction(Direction.LISTENING);
        traffic.tick();
        ListLine.Group sum = group(lines(Grouping.PROCESS, Expansion.NOTHING), "a");
        assertEquals(2, sum.rows());
        assertEquals(Optional.of(ByteCounters.exact(10, 1)), sum.counters());
        assertFalse(sum.rateIsPartial());
    }

    @Test
    void groupsAreInTheOrderOfTheirSumsAndThoseThatAreGoneComeLast() {
        traffic.tcp("small", 1).to("192.0.2.1", 80).bytes(30, 0);
        traffic.tcp("large", 2).to("192.0.2.2", 80).bytes(20, 0);
        traffic.tcp("large", 2).to("192.0.2.3", 80).bytes(21, 0);
        traffic.udp("unknown", 3).to("192.0.2.4", 80);
        MadeUpSocket gone = traffic.tcp("gone", 4).to("192.0.2.5", 80).bytes(999, 0);
        traffic.tick();
        gone.close();
        assertEquals(List.of("large", "small", "unknown", "gone"), texts(lines(Grouping.PROCESS, Expansion.NOTHING)));
        assertEquals(
                List.of("small", "large", "unknown", "gone"),
                texts(lines(Grouping.PROCESS, new Order(SortKey.TOTAL, false, false), Expansion.NOTHING)));
        assertEquals(
                List.of("large", "small", "unknown", "gone"),
                texts(lines(Grouping.PROCESS, Order.by(SortKey.PROCESS), Expansion.NOTHING)));
    }

    @Test
    void groupsByRemoteAndOrganisation() {
        traffic.tcp("a", 1).to("192.0.2.1", 80).named("one.example").heldBy("Org");
        traffic.tcp("b", 2).to("192.0.2.1", 443);
        traffic.tcp("c", 3).to("192.0.2.2", 80).heldBy("Org");
        traffic.tcp("d", 4).to("192.0.2.3", 80);
        Order byName = Order.by(SortKey.PROCESS);
        assertEquals(
                List.of("one.example", "192.0.2.2", "192.0.2.3"),
                texts(lines(Grouping.REMOTE, byName, Expansion.NOTHING)));
        assertEquals(
                List.of("Org", " 192.0.2.1", " 192.0.2.1", " 192.0.2.2", "?", " 192.0.2.3"),
                texts(lines(Grouping.ORGANISATION, byName, Expansion.ALL)));
    }

    private static Owner descendant(long pid, String name, Ancestor... ancestors) {
        return Owner.of(ProcessRef.of(pid, name).withAncestors(List.of(ancestors)));
    }

    private static Ancestor ancestor(long pid, String name) {
        return new Ancestor(new ProcessId(pid, Optional.empty()), name);
    }

    private static Owner program(long pid, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Owner.of(new ProcessRef(
                pid, Optional.empty(), name, Optional.of(path), List.of(), OptionalLong.empty(), List.of()));
    }

    @Test
    void whatHasOnlyANameIsInTheGroupOfThePathThatEndsInIt() {
        traffic.tcp("curl", 1).to("192.0.2.1", 80).bytes(10, 0);
        traffic.tcp(program(2, "/usr/bin/curl")).to("192.0.2.2", 80).bytes(20, 0);
        traffic.tcp(program(3, "/usr/bin/curl")).to("192.0.2.3", 80).bytes(5, 0);
        traffic.tcp("url", 4).to("192.0.2.4", 80).bytes(1, 0);
        assertEquals(
                List.of("curl", " 192.0.2.2", " 192.0.2.1", " 192.0.2.3", "url", " 192.0.2.4"),
                texts(lines(Grouping.PROCESS, Expansion.ALL)));
    }

    @Test
    void whatHasOnlyANameStaysApartWhereSeveralPathsEndInIt() {
        traffic.tcp("curl", 1).to("192.0.2.1", 80).bytes(10, 0);
        traffic.tcp(program(2, "/usr/bin/curl")).to("192.0.2.2", 80).bytes(20, 0);
        traffic.tcp(program(3, "/usr/local/bin/curl")).to("192.0.2.3", 80).bytes(5, 0);
        assertEquals(
                List.of("curl", " 192.0.2.2", "curl", " 192.0.2.1", "curl", " 192.0.2.3"),
                texts(lines(Grouping.PROCESS, Expansion.ALL)));
    }

    @Test
    void aTreeHangsProcessesBelowWhoStartedThem() {
        Ancestor init = ancestor(1, "init");
        Ancestor shell = ancestor(10, "sh");
        traffic.tcp(descendant(30, "java", ancestor(20, "mvn"), shell, init))
                .to("192.0.2.1", 80)
                .bytes(10, 0);
        traffic.tcp(descendant(20, "mvn", shell, init)).to("192.0.2.2", 80).bytes(5, 0);
        traffic.tcp(descendant(40, "curl", shell, init)).to("192.0.2.3", 80).bytes(100, 0);
        traffic.tcp(descendant(50, "sshd", init)).to("192.0.2.4", 80).bytes(60, 0);
        traffic.tcp(Owner.NOBODY).to("192.0.2.5", 80).bytes(1, 0);
        List<ListLine> lines = lines(Grouping.PROCESS_TREE, Grouping.PROCESS_TREE.expansion());
        assertEquals(
                List.of(
                        "sh",
                        " curl",
                        "  192.0.2.3",
                        " mvn",
                        "  192.0.2.2",
                        "  java",
                        "   192.0.2.1",
                        "sshd",
                        " 192.0.2.4",
                        "?",
                        " 192.0.2.5"),
                texts(lines));
        assertEquals(115, group(lines, "sh").counters().orElseThrow().received());
        assertEquals(3, group(lines, "sh").rows());
        assertEquals(OptionalLong.of(10), group(lines, "sh").pid());
        assertEquals(15, group(lines, "mvn").counters().orElseThrow().received());
        Expansion without = Expansion.ALL.toggled(group(lines, "sh").key());
        assertEquals(
                List.of("sh", "sshd", " 192.0.2.4", "?", " 192.0.2.5"), texts(lines(Grouping.PROCESS_TREE, without)));
    }

    @Test
    void nobodyIsLostWhoIsSaidToDescendFromItself() {
        traffic.tcp(descendant(30, "a", ancestor(20, "b"), ancestor(30, "a"))).to("192.0.2.1", 80);
        traffic.tcp(descendant(20, "b", ancestor(30, "a"), ancestor(20, "b"))).to("192.0.2.2", 80);
        List<ListLine> lines = lines(Grouping.PROCESS_TREE, Expansion.ALL);
        assertEquals(2, lines.stream().filter(ListLine.Row.class::isInstance).count());
    }

    /** However they are grouped, no row is lost, none told twice, and the headers of the outermost level sum up all. */
    @ParameterizedTest
    @EnumSource(Grouping.class)
    void everyRowIsInOneGroup(Grouping grouping) {
        for (int i = 0; i < 40; i++) {
            traffic.tcp("p" + i % 3, i % 7)
                    .to("192.0.2." + i % 5, 80 + i)
                    .bytes(i, 1)
                    .heldBy("org" + i % 2);
        }
        List<ListLine> lines = lines(grouping, Expansion.ALL);
        assertEquals(lines.size(), lines.stream().map(ListLine::key).distinct().count());
        List<ListLine.Row> rows = only(lines, ListLine.Row.class).toList();
        assertEquals(40, rows.stream().map(ListLine.Row::key).distinct().count());
        if (grouping != Grouping.NONE) {
            assertEquals(
                    40 * 39 / 2 + 40,
                    only(lines, ListLine.Group.class)
                            .filter(group -> group.depth() == 0)
                            .mapToLong(group -> group.counters().orElseThrow().total())
                            .sum());
        }
    }

    private static <T> Stream<T> only(List<ListLine> lines, Class<T> type) {
        return lines.stream().filter(type::isInstance).map(type::cast);
    }
}
