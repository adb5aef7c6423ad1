package dev.netwatch.tui.terminal;

import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.state.Preferences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Shows what a test gives it; until then its sampler hangs. */
final class FakeDashboardModel implements DashboardModel {
    private final Set<Exclusion> exclusions = ConcurrentHashMap.newKeySet();
    private final List<String> filters = new CopyOnWriteArrayList<>();
    private volatile Optional<Preferences> saved = Optional.empty();
    private volatile Snapshot latest = Snapshot.MEASURING;
    private volatile Runnable changed = () -> {};

    void show(Snapshot snapshot) {
        latest = snapshot;
        changed.run();
    }

    /** Says that something is new though nothing is. */
    void nudge() {
        changed.run();
    }

    @Override
    public void start(Runnable whenChanged) {
        changed = whenChanged;
        whenChanged.run();
    }

    @Override
    public Snapshot latest() {
        return latest;
    }

    @Override
    public Set<Exclusion> exclusions() {
        return Set.copyOf(exclusions);
    }

    @Override
    public void exclude(String process) {
        exclusions.add(new Exclusion(process, Instant.EPOCH));
    }

    @Override
    public void include(String process) {
        exclusions.removeIf(exclusion -> exclusion.process().equals(process));
    }

    @Override
    public void save(Preferences chosen, Consumer<String> told) {
        saved = Optional.of(chosen);
        told.accept("saved in memory");
    }

    /** What was saved last. */
    Optional<Preferences> saved() {
        return saved;
    }

    @Override
    public void later(Runnable errand) {
        errand.run();
    }

    @Override
    public void clearExclusions() {
        exclusions.removeIf(exclusion -> !exclusion.process().equals("configured"));
    }

    @Override
    public List<String> pastFilters() {
        return List.copyOf(filters);
    }

    @Override
    public void rememberFilter(String filter) {
        filters.add(0, filter);
    }

    @Override
    public List<Notice> notices() {
        return List.of();
    }
}
