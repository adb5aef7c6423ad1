package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.connection.TcpMetrics;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.domain.query.WhyMissing;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.domain.track.RateHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.jline.utils.AttributedStyle;

/* What there is to know of what goes to and fro. */
final class TrafficFacts {
    private final Look look;
    private final Scene scene;
    private final List<Fact> facts = new ArrayList<>();

    TrafficFacts(Look look, Scene scene) {
        this.look = look;
        this.scene = scene;
    }

    List<Fact> of(TrafficRow row) {
        Connection speaker = row.speaker();
        add("state", state(row), true);
        if (row.counters().isPresent()) {
            ByteCounters counted = row.counters().get();
            Optional<Double> in = row.rate().map(rate -> rate.received());
            Optional<Double> out = row.rate().map(rate -> rate.sent());
            add("in", bytes(counted.received(), counted.receivedQuality(), in), true);
            course(row, Rate::received, look.theme().received());
            add("out", bytes(counted.sent(), counted.sentQuality(), out), true);
            course(row, Rate::sent, look.theme().sent());
        } else {
            add("bytes", whyMissing(new WhyMissing(scene.snapshot()).bytes(speaker)), false);
        }
        Optional<TcpMetrics> metrics = speaker.socket().metrics();
        add("round trip", metrics.map(TimeFormat::roundTrip).orElse("not measured"), metrics.isPresent());
        metrics.ifPresent(measured -> retransmits(measured.retransmits()));
        add("first seen", moment(row.firstSeen()), true);
        if (row.isStale()) {
            add("last seen", moment(row.lastSeen()), true);
        }
        return facts;
    }

    private void retransmits(OptionalLong counted) {
        String known =
                counted.isPresent() ? Labels.number(counted.getAsLong(), "segment") : "not counted since it opened";
        add("sent again", known, counted.isPresent());
    }

    /** How it went lately, below the figure. */
    private void course(TrafficRow row, ToDoubleFunction<Rate> part, AttributedStyle style) {
        RateHistory history = scene.snapshot().tracking().rates().of(row.key());
        Course course = Course.of(history, part, history.size());
        if (course.highest() > 0) {
            facts.add(new Fact("", "", style, Optional.of(course)));
        }
    }

    private String state(TrafficRow row) {
        Connection speaker = row.speaker();
        String protocol = speaker.protocol() == Protocol.TCP ? "TCP " : "UDP ";
        String direction = ", " + speaker.direction().name().toLowerCase(Locale.ROOT);
        if (row.isStale()) {
            return protocol + "closed " + ago(row.lastSeen()) + direction;
        }
        String since = speaker.openedAt().map(at -> ", opened " + ago(at)).orElse(", open before netwatch looked");
        return protocol + speaker.state().label() + direction + since;
    }

    private String bytes(long count, ByteQuality quality, Optional<Double> rate) {
        boolean exact = quality == ByteQuality.EXACT;
        String figure = (exact ? "" : "~") + look.amounts().bytes(count);
        String precise = exact && count >= 1024 ? " (" + count + " B)" : exact ? "" : ", an estimate";
        return figure
                + precise
                + rate.map(now -> ", now " + look.amounts().rate(now) + "/s").orElse("");
    }

    private String whyMissing(Optional<String> reason) {
        return "not measured: "
                + Text.foreign(reason.orElse("nobody knows why"), look.glyphs().ascii());
    }

    private String moment(Instant at) {
        return TimeFormat.moment(at, scene.now(), scene.watch().zone()) + ", " + ago(at);
    }

    private String ago(Instant at) {
        return TimeFormat.age(Duration.between(at, scene.now())) + " ago";
    }

    private void add(String label, String text, boolean known) {
        facts.add(new Fact(
                label, text, known ? look.theme().plain() : look.theme().faint()));
    }
}
