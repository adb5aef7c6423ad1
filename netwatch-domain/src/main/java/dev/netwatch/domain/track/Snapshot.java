package dev.netwatch.domain.track;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Coverage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything there is to show at one moment. Immutable; handed from the sampling thread to whoever draws or prints.
 *
 * @param at when the latest sample was taken; empty before the first
 * @param source the {@link dev.netwatch.domain.port.ConnectionSource#id() id} of the source in use; empty before the
 *     first sample
 * @param capabilities what that source promises of every sample; empty before the first
 * @param coverage of the latest sample
 * @param notices what the user should know now, most serious first
 * @param failure why the latest attempt to sample failed, in which case the rest is from an earlier one
 */
public record Snapshot(
        Optional<Instant> at,
        String source,
        Set<Capability> capabilities,
        Tracking tracking,
        Coverage coverage,
        List<Notice> notices,
        Optional<Notice> failure) {
    /** Before the first sample. */
    public static final Snapshot MEASURING =
            new Snapshot(Optional.empty(), "", Set.of(), Tracking.NOTHING, Coverage.FULL, List.of(), Optional.empty());

    public Snapshot {
        capabilities = Set.copyOf(capabilities);
        notices = List.copyOf(notices);
    }

    public boolean isMeasuring() {
        return at.isEmpty();
    }

    /** The same picture, grown old: the latest attempt failed. What closed has been told before. */
    Snapshot degradedBy(Notice reason) {
        Tracking old =
                new Tracking(tracking.open(), List.of(), tracking.past(), tracking.forgotten(), tracking.rates());
        List<Notice> all = new ArrayList<>();
        all.add(reason);
        notices.stream().filter(notice -> !notice.code().equals(reason.code())).forEach(all::add);
        return new Snapshot(at, source, capabilities, old, coverage, all, Optional.of(reason));
    }
}
