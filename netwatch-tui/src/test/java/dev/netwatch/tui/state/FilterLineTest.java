package dev.netwatch.tui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.query.FilterExpression;
import dev.netwatch.domain.query.Query;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilterLineTest {
    private static final String ENTER = "\r";
    private static final String ESC = "\033";

    private final List<Effect> effects = new ArrayList<>();
    private TableOptions options = TableOptions.DEFAULT;
    private Optional<FilterLine> line = Optional.of(FilterLine.on(options.filter(), List.of("port:443", "ssh")));
    private List<TrafficRow> rows = List.of();

    private void type(String... keys) {
        for (String key : keys) {
            Pressed pressed = line.orElseThrow().press(key, new Frame(options, rows, 0, 10));
            line = pressed.overlay().map(FilterLine.class::cast);
            for (Effect effect : pressed.effects()) {
                effects.add(effect);
                options = effect instanceof Effect.Show show ? show.options() : options;
            }
        }
    }

    private void write(String text) {
        text.codePoints().forEach(point -> type(Character.toString(point)));
    }

    private String text() {
        return line.orElseThrow().line().text();
    }

    @Test
    void everyKeyFilters() {
        write("ssh");
        assertEquals(FilterExpression.parse("ssh"), options.filter());
        type("\177");
        assertEquals(FilterExpression.parse("ss"), options.filter());
    }

    @Test
    void whileItIsWrongTheLastGoodFilterStays() {
        write("ssh (");
        assertEquals(FilterExpression.parse("ssh"), options.filter());
        assertEquals(4, line.orElseThrow().mistake().orElseThrow().column());
        type(ENTER);
        assertTrue(line.orElseThrow().mistake().isPresent(), "it stays and says why");
        write("new)");
        assertFalse(line.orElseThrow().mistake().isPresent());
        assertEquals(FilterExpression.parse("ssh new"), options.filter());
    }

    @Test
    void enterKeepsItAndItIsRemembered() {
        write(" ssh ");
        type(ENTER);
        assertFalse(line.isPresent());
        assertTrue(options.isFiltered());
        assertEquals(new Effect.RememberFilter("ssh"), effects.get(effects.size() - 1));
    }

    @Test
    void aBlankLineIsNotRemembered() {
        type(ENTER);
        assertFalse(line.isPresent());
        assertEquals(List.of(), effects);
    }

    @Test
    void escapeClearsIt() {
        write("ssh");
        type(ESC);
        assertFalse(line.isPresent());
        assertFalse(options.isFiltered());
    }

    @Test
    void itOpensWithTheFilterThereIs() {
        assertEquals(
                "port:443",
                FilterLine.on(FilterExpression.parse(" PORT:443 "), List.of())
                        .line()
                        .text());
    }

    @Test
    void earlierFiltersComeBack() {
        write("x");
        type("\033[A");
        assertEquals("port:443", text());
        assertEquals(FilterExpression.parse("port:443"), options.filter());
        type("\033[A", "\033[A");
        assertEquals("ssh", text());
        type("\033[B", "\033[B");
        assertEquals("x", text());
    }

    @Test
    void tabGoesAsFarAsItIsSureThenOffers() {
        write("!cont");
        type("\t");
        assertEquals("!container:", text());
        type("\025");
        write("r");
        type("\t");
        assertEquals("remote:", text());
        type("\t");
        assertEquals("rate>", text());
        type("\033[Z");
        assertEquals("remote:", text());
        type("\033[D", "\t");
        assertFalse(line.orElseThrow().offer().isPresent(), "what is complete has nothing to offer: " + text());
    }

    @Test
    void tabOffersWhatIsOnTheScreen() {
        Connections table = new Connections(new FakeClock());
        table.tcp("firefox", 1).to("192.0.2.1", 443);
        table.tcp("Web Content", 2).to("192.0.2.2", 443);
        rows = Query.EVERYTHING.run(table.tick()).rows();
        write("process:w");
        type("\t");
        assertEquals("process:\"Web Content\"", text());
        assertTrue(FilterExpression.parse("process:\"web content\"")
                        .accepts(rows.get(0).speaker())
                || FilterExpression.parse("process:\"web content\"")
                        .accepts(rows.get(1).speaker()));
    }

    @Test
    void reportsAndUnknownSequencesChangeNothing() {
        write("ssh");
        FilterLine before = line.orElseThrow();
        type("\033[I", "\033[O", "\033[<0;1;1M", "\033[99~", "\033OQ", "\033[M xq");
        assertEquals(before, line.orElseThrow());
    }
}
