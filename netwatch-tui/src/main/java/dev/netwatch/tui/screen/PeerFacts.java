package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.history.Sighting;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.domain.track.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/* What there is to know of the other end. */
final class PeerFacts {
    private final Look look;
    private final Scene scene;
    private final List<Fact> facts = new ArrayList<>();

    PeerFacts(Look look, Scene scene) {
        this.look = look;
        this.scene = scene;
    }

    List<Fact> of(TrafficRow row) {
        Connection speaker = row.speaker();
        if (speaker.remote().isEmpty()) {
            add("peer", "none: it waits for peers at " + clean(speaker.local().toString()), true);
            return facts;
        }
        String peer = clean(speaker.remote().get().toString());
        add("peer", peer + (speaker.direction() == Direction.INBOUND ? ", which connected to us" : ""), true);
        add("local", clean(speaker.local().toString()), true);
        answer("name", speaker.name().host(), "reverse DNS");
        answer("network", speaker.name().organisation(), "whois");
        familiarity(speaker.timesSeen(), speaker.marked());
        scene.history().sighting().ifPresent(this::remembered);
        if (scene.history().state() == PeerHistory.State.UNAVAILABLE) {
            add("", "no history is kept in this run", false);
        }
        return facts;
    }

    private void answer(String label, Answer answer, String asked) {
        if (answer instanceof Answer.Found found) {
            String age = TimeFormat.age(Duration.between(found.at(), scene.now()));
            String evidence = found.evidence().equals("ptr") ? "reverse DNS" : found.evidence();
            add(label, clean(found.text()) + " (" + clean(evidence) + ", " + age + " ago)", true);
        } else if (answer instanceof Answer.Failed failed) {
            add(label, asked + " failed: " + clean(failed.reason()) + "; asked again later", false);
        } else if (answer instanceof Answer.NotAsked unasked) {
            add(label, "not asked: " + clean(unasked.reason()), false);
        } else {
            add(
                    label,
                    answer instanceof Answer.Absent
                            ? asked + " knows none"
                            : "asking " + asked + look.glyphs().ellipsis(),
                    false);
        }
    }

    private void familiarity(OptionalInt runs, boolean marked) {
        if (runs.isEmpty()) {
            add("seen", "asking the history" + look.glyphs().ellipsis(), false);
        } else if (runs.getAsInt() <= 1 && marked) {
            add("seen", "marked as known; no earlier run saw it", true);
        } else if (runs.getAsInt() <= 1) {
            facts.add(
                    new Fact("seen", "NEW: no earlier run saw it", look.theme().fresh()));
        } else {
            add("seen", "in " + runs.getAsInt() + " runs, this one counted", true);
        }
    }

    /** What the history has of it, over all runs. */
    private void remembered(Sighting sighting) {
        add("first", moment(sighting.firstSeen()), true);
        add("last", moment(sighting.lastSeen()), true);
        String sign = sighting.quality() == ByteQuality.EXACT ? "" : "~";
        if (sighting.received().isPresent() && sighting.sent().isPresent()) {
            String in = sign + look.amounts().bytes(sighting.received().getAsLong());
            String out = sign + look.amounts().bytes(sighting.sent().getAsLong());
            add(
                    "ever",
                    look.glyphs().received() + " " + in + "  " + look.glyphs().sent() + " " + out,
                    true);
        }
    }

    private String moment(Instant at) {
        String ago = TimeFormat.age(Duration.between(at, scene.now()));
        return TimeFormat.moment(at, scene.now(), scene.watch().zone()) + ", " + ago + " ago";
    }

    private String clean(String foreign) {
        return Text.foreign(foreign, look.glyphs().ascii());
    }

    private void add(String label, String text, boolean known) {
        facts.add(new Fact(
                label, text, known ? look.theme().plain() : look.theme().faint()));
    }
}
