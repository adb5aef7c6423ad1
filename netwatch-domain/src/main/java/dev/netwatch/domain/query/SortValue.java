package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Container;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.track.Connection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/*
 * What a row is ordered by, worked out once: sorting 10,000 rows compares 130,000 times. Either a figure, which is not a
 * number where it is unknown, or a text, which is empty then.
 */
record SortValue(double figure, String text) {
    private static final SortValue UNKNOWN = new SortValue(Double.NaN, "");

    /** Names come before addresses. */
    private static final char ADDRESS = '\uffff';

    private SortValue(double figure) {
        this(figure, "");
    }

    private SortValue(String text) {
        this(text.isEmpty() ? Double.NaN : 0, text);
    }

    boolean isKnown() {
        return !Double.isNaN(figure);
    }

    /** Of two known ones. */
    int compareTo(SortValue other) {
        int byFigure = Double.compare(figure, other.figure);
        return byFigure != 0 ? byFigure : text.compareTo(other.text);
    }

    static SortValue of(TrafficRow row, SortKey key, boolean byRate) {
        Connection speaker = row.speaker();
        return switch (key) {
            case TOTAL -> byRate ? rate(row, Rate::total) : bytes(row, ByteCounters::total);
            case RECEIVED -> byRate ? rate(row, Rate::received) : bytes(row, ByteCounters::received);
            case SENT -> byRate ? rate(row, Rate::sent) : bytes(row, ByteCounters::sent);
            case RATE -> rate(row, Rate::total);
            case RATE_RECEIVED -> rate(row, Rate::received);
            case RATE_SENT -> rate(row, Rate::sent);
            case PROCESS -> text(row.process());
            case CONNECTIONS -> new SortValue(row.open().size());
            case PID -> figure(speaker.owner().process().map(process -> (double) process.pid()));
            case USER -> user(speaker.owner());
            case FAMILIARITY ->
                speaker.timesSeen().isEmpty()
                        ? UNKNOWN
                        : new SortValue(speaker.timesSeen().getAsInt());
            case PROTOCOL -> new SortValue(speaker.protocol().ordinal());
            case DIRECTION -> new SortValue(row.key().direction().ordinal());
            case LOCAL -> new SortValue(text(speaker.local()));
            case REMOTE -> remote(speaker);
            case PORT -> new SortValue(row.key().port());
            case ORGANISATION -> text(speaker.name().organisation().name());
            case STATE -> new SortValue(speaker.state().label());
            case RTT -> figure(speaker.socket().metrics().map(metrics -> (double) metrics.rttMicros()));
            case FIRST_SEEN -> new SortValue(row.firstSeen().toEpochMilli());
            case LAST_SEEN -> new SortValue(row.lastSeen().toEpochMilli());
            case CONTAINER -> text(speaker.container().map(Container::label));
        };
    }

    private static SortValue figure(Optional<Double> known) {
        return known.map(SortValue::new).orElse(UNKNOWN);
    }

    private static SortValue text(Optional<String> known) {
        return known.map(text -> new SortValue(text.toLowerCase(Locale.ROOT))).orElse(UNKNOWN);
    }

    private static SortValue rate(TrafficRow row, ToDoubleFunction<Rate> part) {
        return row.rate().isEmpty()
                ? UNKNOWN
                : new SortValue(part.applyAsDouble(row.rate().get()));
    }

    private static SortValue bytes(TrafficRow row, ToDoubleFunction<ByteCounters> part) {
        return row.counters().isEmpty()
                ? UNKNOWN
                : new SortValue(part.applyAsDouble(row.counters().get()));
    }

    private static SortValue user(Owner owner) {
        if (owner.user().isPresent()) {
            return text(owner.user());
        }
        // behind the names, which are all 0
        return owner.uid().isPresent() ? new SortValue(1.0 + owner.uid().getAsLong()) : UNKNOWN;
    }

    private static SortValue remote(Connection speaker) {
        Optional<String> host = speaker.name().host().name();
        if (host.isPresent()) {
            return text(host);
        }
        return speaker.remote().map(peer -> new SortValue(text(peer))).orElse(UNKNOWN);
    }

    /** A text that sorts as the address does: by number, IPv4 before IPv6. */
    private static String text(Endpoint endpoint) {
        IpAddress address = endpoint.address();
        StringBuilder text = new StringBuilder(20).append(ADDRESS).append((char) address.version());
        for (byte part : address.bytes()) {
            text.append((char) (part & 0xff));
        }
        return text.append((char) endpoint.port()).toString();
    }
}
