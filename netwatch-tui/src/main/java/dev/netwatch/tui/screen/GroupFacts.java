package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.query.ListLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/* What there is to know of a group: its sums. */
final class GroupFacts {
    private final Look look;
    private final List<Fact> facts = new ArrayList<>();

    GroupFacts(Look look) {
        this.look = look;
    }

    List<Fact> of(ListLine.Group group) {
        facts.add(new Fact(
                "group", new Labels(look.glyphs()).group(group), look.theme().strong()));
        group.pid().ifPresent(pid -> add("process", Long.toString(pid)));
        add("rows", group.rows() + ", " + Labels.number(group.connections(), "open connection"));
        if (group.familiarity().equals(Optional.of(Familiarity.NEW))) {
            facts.add(new Fact(
                    "seen",
                    "NEW: a peer is among them that no earlier run saw",
                    look.theme().fresh()));
        }
        Optional<ByteCounters> counted = group.counters();
        add(
                "in",
                counted.map(sum -> bytes(sum.received(), sum.receivedQuality())).orElse("not measured"));
        add("out", counted.map(sum -> bytes(sum.sent(), sum.sentQuality())).orElse("not measured"));
        String least = group.rateIsPartial() ? "at least " : "";
        group.rate()
                .ifPresent(rate -> add(
                        "now",
                        least + look.glyphs().received() + " " + look.amounts().rate(rate.received()) + "/s  "
                                + look.glyphs().sent() + " " + look.amounts().rate(rate.sent()) + "/s"));
        return facts;
    }

    private String bytes(long count, ByteQuality quality) {
        return quality == ByteQuality.EXACT
                ? look.amounts().bytes(count)
                : "~" + look.amounts().bytes(count) + ": some of it was not measured, or not exactly";
    }

    private void add(String label, String text) {
        facts.add(new Fact(label, text, look.theme().plain()));
    }
}
