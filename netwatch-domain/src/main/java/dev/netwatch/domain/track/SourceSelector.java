package dev.netwatch.domain.track;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.ConnectionSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Picks the source that promises most among those that work here. */
public final class SourceSelector {
    private final List<ConnectionSource> byRank;

    public SourceSelector(Collection<ConnectionSource> sources) {
        this.byRank = sources.stream()
                .sorted(Comparator.comparingInt(ConnectionSource::rank).reversed())
                .toList();
    }

    /**
     * A source, and why better ones were passed over.
     *
     * @param passedOver why none of the sources of higher rank works here; that one is made for another system goes
     *     without saying
     * @param demanded whether it is this one or none
     */
    public record Choice(ConnectionSource source, List<Notice> passedOver, boolean demanded) {
        public Choice {
            passedOver = List.copyOf(passedOver);
        }
    }

    /** Best first; those of negative rank too. */
    public List<ConnectionSource> all() {
        return byRank;
    }

    /** @throws SourceException if none works here */
    public Choice best() {
        return best(byRank, List.of());
    }

    /**
     * What to take for a choice that did not refuse, and yet does not work.
     *
     * @param why what its first sample failed for
     * @throws SourceException for that reason if the choice was demanded, and if no other source works here
     */
    public Choice instead(Choice failed, Notice why) {
        if (failed.demanded()) {
            throw new SourceException(why);
        }
        List<Notice> refusals = new ArrayList<>(failed.passedOver());
        refusals.add(why);
        return best(byRank.subList(byRank.indexOf(failed.source()) + 1, byRank.size()), refusals);
    }

    private static Choice best(List<ConnectionSource> candidates, List<Notice> passedOver) {
        List<Notice> refusals = new ArrayList<>(passedOver);
        for (ConnectionSource source : candidates) {
            if (source.rank() < 0) {
                continue;
            }
            Optional<Notice> refusal = source.refusal();
            if (refusal.isEmpty()) {
                return new Choice(source, ofThisSystem(refusals), false);
            }
            refusals.add(refusal.get());
        }
        throw new SourceException(Notice.error(
                "no-source",
                refusals.stream()
                        .map(Notice::sentence)
                        .collect(Collectors.joining("; ", "no source of connections works here: ", ""))));
    }

    private static List<Notice> ofThisSystem(List<Notice> refusals) {
        return refusals.stream()
                .filter(refusal -> !refusal.code().equals(ConnectionSource.OTHER_SYSTEM))
                .toList();
    }

    /** @throws SourceException if there is no such source, or it refuses to work here */
    public Choice named(String id) {
        ConnectionSource source = byRank.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SourceException(Notice.error(
                        "unknown-source",
                        "there is no source " + id + "; known here: "
                                + byRank.stream().map(ConnectionSource::id).collect(Collectors.joining(", ")))));
        source.refusal().ifPresent(refusal -> {
            throw new SourceException(refusal);
        });
        return new Choice(source, List.of(), true);
    }
}
