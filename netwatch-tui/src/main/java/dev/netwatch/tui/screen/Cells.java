package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.query.ListLine;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.domain.track.RecentRates;
import dev.netwatch.tui.state.Column;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/* What each column says of a row. */
final class Cells {
    private static final int MOST_RUNS = 999;
    /** Less of a container's name tells nothing. */
    private static final int LEAST_ASIDE = 5;

    private final Look look;
    private final Labels labels;
    private final Traffic traffic;
    private final Layout layout;
    private final Instant now;
    private final RecentRates rates;

    Cells(Look look, Layout layout, boolean perSecond, Scene scene) {
        this.look = look;
        this.labels = new Labels(look.glyphs());
        this.traffic = new Traffic(look, perSecond);
        this.layout = layout;
        this.now = scene.now();
        this.rates = scene.snapshot().tracking().rates();
    }

    /** The sign before the row: what it is, in one column. */
    Cell mark(TrafficRow row) {
        Glyphs glyphs = look.glyphs();
        Theme theme = look.theme();
        if (row.isStale()) {
            return new Cell(glyphs.gone(), theme.faint());
        }
        if (row.key().direction() == Direction.LISTENING) {
            return new Cell(glyphs.waiting(), theme.faint());
        }
        if (isNew(row.speaker())) {
            return new Cell(glyphs.fresh(), theme.fresh());
        }
        boolean active = row.rate().isPresent() && row.rate().get().total() > 0;
        return active ? new Cell(glyphs.live(), theme.plain()) : new Cell(glyphs.idle(), theme.faint());
    }

    private static boolean isNew(Connection speaker) {
        return speaker.familiarity().equals(Optional.of(Familiarity.NEW));
    }

    Cell cell(Column column, TrafficRow row, int width) {
        Connection speaker = row.speaker();
        return switch (column) {
            case PROCESS -> process(speaker, width);
            case PID -> known(speaker.owner().process().map(process -> Long.toString(process.pid())));
            case USER -> known(labels.user(speaker.owner()));
            case CONTAINER -> known(labels.container(speaker));
            case STATUS -> status(speaker);
            case LOCAL -> plain(labels.address(speaker.local(), width));
            case REMOTE -> remote(row, width);
            case PORT -> port(row, width);
            case ORGANISATION -> known(labels.organisation(speaker));
            case STATE -> plain(row.isStale() ? closed(row) : speaker.state().label());
            case RTT -> known(speaker.socket().metrics().map(TimeFormat::roundTrip));
            case CONNECTIONS -> plain(Integer.toString(row.open().size()));
            case TREND -> trend(row, width);
            case RECEIVED, SENT, TOTAL -> traffic.cell(column, row);
        };
    }

    /** With its container, where no column of its own says it. */
    private Cell process(Connection speaker, int width) {
        boolean named = speaker.owner().process().isPresent();
        Theme theme = look.theme();
        String name = labels.process(speaker);
        Optional<String> container = layout.shows(Column.CONTAINER) ? Optional.empty() : labels.container(speaker);
        String aside = container.map(inside -> " @" + inside).orElse("");
        boolean room = Text.width(name) + LEAST_ASIDE <= width;
        return new Cell(name, named ? theme.strong() : theme.faint(), room ? aside : "", theme.faint());
    }

    /** In how many runs it was seen. */
    private Cell status(Connection speaker) {
        if (speaker.remote().isEmpty()) {
            return faint(look.glyphs().unknown());
        }
        OptionalInt seen = speaker.timesSeen();
        if (seen.isEmpty()) {
            return faint(look.glyphs().ellipsis());
        }
        int runs = seen.getAsInt();
        if (isNew(speaker)) {
            return new Cell("NEW", look.theme().fresh());
        }
        return plain(runs > MOST_RUNS ? MOST_RUNS + "+" : runs + look.glyphs().times());
    }

    /** The service's; with its protocol, where there is room. */
    private Cell port(TrafficRow row, int width) {
        String number = Integer.toString(row.key().port());
        String protocol = row.key().protocol() == Protocol.TCP ? " tcp" : " udp";
        return width < number.length() + protocol.length()
                ? plain(number)
                : new Cell(number, look.theme().plain(), protocol, look.theme().faint());
    }

    /** With the time it closed, where there is room and no column of its own says it. */
    private Cell remote(TrafficRow row, int width) {
        boolean owned = !layout.shows(Column.ORGANISATION);
        Cell peer = labels.peer(row.speaker(), owned, width, look.theme());
        if (!row.isStale() || layout.shows(Column.STATE)) {
            return peer;
        }
        String closed = closed(row) + " ";
        int room = width - peer.width() - closed.length();
        return room < 2
                ? peer
                : new Cell(peer.text(), peer.style(), peer.aside() + " ".repeat(room) + closed, peer.asideStyle());
    }

    private String closed(TrafficRow row) {
        return "closed " + TimeFormat.age(Duration.between(row.lastSeen(), now));
    }

    /** Whether a group has a figure there. */
    boolean isSum(Column column) {
        return switch (column) {
            case CONNECTIONS, TREND, RECEIVED, SENT, TOTAL -> true;
            default -> false;
        };
    }

    /** What all rows of the group have there together. */
    Cell sum(Column column, ListLine.Group group) {
        return switch (column) {
            case CONNECTIONS -> plain(Integer.toString(group.connections()));
            case TREND -> plain("");
            default -> traffic.cell(column, group);
        };
    }

    /** What a group is called, and how much is in it. */
    Cell name(ListLine.Group group) {
        Theme theme = look.theme();
        boolean fresh = group.familiarity().equals(Optional.of(Familiarity.NEW));
        String pid = group.pid().isPresent() ? " " + group.pid().getAsLong() : "";
        String aside = pid + "  " + Labels.number(group.rows(), "row") + (fresh ? ", some NEW" : "");
        return new Cell(
                labels.group(group), group.label().isPresent() ? theme.strong() : theme.faint(), aside, theme.faint());
    }

    /** Of both ways together, against its own highest: the course, not the height. */
    private Cell trend(TrafficRow row, int width) {
        Course course = Course.of(rates.of(row.key()), Rate::total, width);
        if (course.isEmpty()) {
            return plain("");
        }
        Graph graph = new Graph(look, look.theme().faint());
        return faint(graph.line(course.figures(), course.highest(), width).toString());
    }

    private Cell known(Optional<String> text) {
        return text.map(this::plain).orElseGet(() -> faint(look.glyphs().unknown()));
    }

    private Cell plain(String text) {
        return new Cell(text, look.theme().plain());
    }

    private Cell faint(String text) {
        return new Cell(text, look.theme().faint());
    }
}
