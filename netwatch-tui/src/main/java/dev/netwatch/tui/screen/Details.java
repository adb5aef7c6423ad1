package dev.netwatch.tui.screen;

import dev.netwatch.domain.query.ListLine;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.domain.track.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jline.utils.AttributedString;

/* Everything about one row: who and with whom, then how much; side by side where there is room. */
final class Details {
    private static final int LABEL = 11;
    /** From this width on in two halves. */
    private static final int TWICE = 96;
    /** More sockets of one row are counted, not listed. */
    private static final int MOST_SOCKETS = 200;

    private final Look look;
    private final Scene scene;

    Details(Look look, Scene scene) {
        this.look = look;
        this.scene = scene;
    }

    /** @return lines of at most so many columns */
    List<AttributedString> lines(ListLine line, int columns) {
        return line instanceof ListLine.Group group
                ? drawn(new GroupFacts(look).of(group), columns)
                : lines(((ListLine.Row) line).row(), columns);
    }

    private List<AttributedString> lines(TrafficRow row, int columns) {
        List<Fact> ends = new ArrayList<>(new OwnerFacts(look, scene).name(row.speaker()));
        ends.addAll(new PeerFacts(look, scene).of(row));
        List<Fact> traffic = new TrafficFacts(look, scene).of(row);
        List<AttributedString> lines = new ArrayList<>();
        if (columns >= TWICE) {
            int half = columns / 2 - 1;
            ends.addAll(new OwnerFacts(look, scene).of(row.speaker()));
            lines.addAll(beside(drawn(ends, half), drawn(traffic, columns - half - 2), half + 2));
        } else {
            lines.addAll(drawn(ends, columns));
            lines.addAll(drawn(traffic, columns));
            lines.addAll(drawn(new OwnerFacts(look, scene).of(row.speaker()), columns));
        }
        lines.addAll(drawn(sockets(row), columns));
        return lines;
    }

    private List<AttributedString> drawn(List<Fact> facts, int columns) {
        List<AttributedString> lines = new ArrayList<>();
        for (Fact fact : facts) {
            String label = fact.label();
            List<String> parts = fact.text().isEmpty() ? List.of() : Wrapped.lines(fact.text(), columns - LABEL);
            for (String part : parts) {
                lines.add(new Line()
                        .add(label, look.theme().faint())
                        .padTo(LABEL, look.theme().plain())
                        .add(part, fact.style())
                        .build());
                label = "";
            }
            fact.course().ifPresent(course -> lines.add(graph(fact, course, columns)));
        }
        return lines;
    }

    private AttributedString graph(Fact fact, Course course, int columns) {
        int width = Math.min(course.figures().length, columns - LABEL);
        AttributedString graph = new Graph(look, fact.style()).line(course.figures(), course.highest(), width);
        return new Line().padTo(LABEL, look.theme().plain()).add(graph).build();
    }

    private List<AttributedString> beside(List<AttributedString> left, List<AttributedString> right, int start) {
        List<AttributedString> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            Line line = new Line().add(i < left.size() ? left.get(i) : AttributedString.EMPTY);
            if (i < right.size()) {
                line.padTo(start, look.theme().plain()).add(right.get(i));
            }
            lines.add(line.build());
        }
        return lines;
    }

    /** The connections of a row that has several. */
    private List<Fact> sockets(TrafficRow row) {
        List<Fact> facts = new ArrayList<>();
        if (row.open().size() < 2) {
            return facts;
        }
        List<Connection> open = new ArrayList<>(row.open());
        open.sort(Comparator.comparing(Connection::firstSeenAt)
                .thenComparing(connection -> connection.id().value()));
        String label = Labels.number(open.size(), "socket");
        for (Connection connection : open.subList(0, Math.min(open.size(), MOST_SOCKETS))) {
            facts.add(new Fact(label, socket(connection), look.theme().plain()));
            label = "";
        }
        if (open.size() > MOST_SOCKETS) {
            facts.add(new Fact(
                    "",
                    "and " + (open.size() - MOST_SOCKETS) + " more",
                    look.theme().faint()));
        }
        return facts;
    }

    private String socket(Connection connection) {
        Glyphs glyphs = look.glyphs();
        String local = Text.foreign(connection.local().toString(), glyphs.ascii());
        String state = connection.state().label();
        return connection
                .counters()
                .map(bytes -> local + " " + state + " " + glyphs.received()
                        + look.amounts().bytes(bytes.received()) + " " + glyphs.sent()
                        + look.amounts().bytes(bytes.sent()))
                .orElse(local + " " + state);
    }
}
