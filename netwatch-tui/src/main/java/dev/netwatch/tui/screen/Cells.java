package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.TcpMetrics;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.domain.track.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jline.utils.AttributedStyle;

/* What each column says of a row. */
final class Cells {
    private static final int MOST_RUNS = 999;

    private final Look look;
    private final Labels labels;
    private final Traffic traffic;
    private final Layout layout;
    private final Instant now;

    Cells(Look look, Layout layout, boolean perSecond, Instant now) {
        this.look = look;
        this.labels = new Labels(look.glyphs());
        this.traffic = new Traffic(look, perSecond);
        this.layout = layout;
        this.now = now;
    }

    Cell cell(Column column, TrafficRow row, int width) {
        Connection speaker = row.speaker();
        return switch (column) {
            case PROCESS -> process(speaker);
            case PID -> known(speaker.owner().process().map(process -> Long.toString(process.pid())));
            case USER -> user(speaker.owner());
            case STATUS -> status(speaker, width);
            case PROTOCOL -> plain(speaker.protocol() == Protocol.TCP ? "TCP" : "UDP");
            case DIRECTION -> direction(speaker);
            case LOCAL -> plain(labels.address(speaker.local(), width));
            case REMOTE -> remote(row, width);
            case PORT -> plain(Integer.toString(row.key().port()));
            case ORGANISATION -> known(labels.organisation(speaker));
            case STATE -> plain(row.isStale() ? closed(row) : speaker.state().label());
            case RTT -> known(speaker.socket().metrics().map(Cells::rtt));
            case CONNECTIONS -> plain(Integer.toString(row.open().size()));
            case RECEIVED, SENT, TOTAL -> traffic.cell(column, row);
        };
    }

    private Cell process(Connection speaker) {
        boolean named = speaker.owner().process().isPresent();
        AttributedStyle style = named ? look.theme().strong() : look.theme().faint();
        return new Cell(labels.process(speaker), style);
    }

    private Cell user(Owner owner) {
        return known(labels.user(owner));
    }

    /** {@code SEEN 12×}; in a narrow column {@code 12×}. */
    private Cell status(Connection speaker, int width) {
        if (speaker.remote().isEmpty()) {
            return faint(look.glyphs().unknown());
        }
        OptionalInt seen = speaker.timesSeen();
        if (seen.isEmpty()) {
            return faint(look.glyphs().ellipsis());
        }
        int runs = seen.getAsInt();
        if (runs <= 1) {
            return new Cell("NEW", look.theme().fresh());
        }
        String times = runs > MOST_RUNS ? MOST_RUNS + "+" : runs + look.glyphs().times();
        return plain(width < 9 ? times : "SEEN " + times);
    }

    private Cell direction(Connection speaker) {
        return switch (speaker.direction()) {
            case OUTBOUND -> plain("out");
            case INBOUND -> plain("in");
            case LISTENING -> plain("lis");
            case UNKNOWN -> faint(look.glyphs().unknown());
        };
    }

    /** With the time it closed, where there is room and no column of its own says it. */
    private Cell remote(TrafficRow row, int width) {
        boolean owned = !layout.shows(Column.ORGANISATION);
        String name = labels.remote(row.speaker(), owned, width);
        if (!row.isStale() || layout.shows(Column.STATE)) {
            return plain(name);
        }
        String closed = closed(row);
        int room = width - Text.width(name) - closed.length();
        return plain(room < 2 ? name : name + " ".repeat(room) + closed);
    }

    private String closed(TrafficRow row) {
        return "closed " + TimeFormat.age(Duration.between(row.lastSeen(), now));
    }

    private static String rtt(TcpMetrics metrics) {
        long micros = metrics.rttMicros();
        if (micros < 10_000) {
            return micros / 1000 + "." + micros / 100 % 10 + " ms";
        }
        return micros < 10_000_000 ? micros / 1000 + " ms" : micros / 1_000_000 + " s";
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
