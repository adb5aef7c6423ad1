package dev.netwatch.tui.terminal;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.query.QueryResult;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.screen.PeerHistory;
import dev.netwatch.tui.state.ExportFormat;
import dev.netwatch.tui.state.Preferences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Shows what a test gives it; until then its sampler hangs. */
final class FakeDashboardModel implements DashboardModel {
    private final Set<Exclusion> exclusions = ConcurrentHashMap.newKeySet();
    private final Set<Fingerprint> marked = ConcurrentHashMap.newKeySet();
    private final Queue<String> news = new ConcurrentLinkedQueue<>();
    private final List<String> filters = new CopyOnWriteArrayList<>();
    private volatile Optional<Preferences> saved = Optional.empty();
    private volatile Snapshot latest = Snapshot.MEASURING;
    private volatile Runnable changed = () -> {};
    private volatile Optional<String> mistake = Optional.empty();

    /** As a model that has a mistake of ours in it. */
    FakeDashboardModel failingAtStart(String message) {
        mistake = Optional.of(message);
        return this;
    }

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
        mistake.ifPresent(message -> {
            throw new IllegalStateException(message);
        });
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
    public void save(Preferences chosen) {
        saved = Optional.of(chosen);
        news.add("saved in memory");
        changed.run();
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
    public void include(String process) {
        exclusions.removeIf(exclusion -> exclusion.process().equals(process));
    }

    @Override
    public void mark(Fingerprint peer, boolean known) {
        if (known) {
            marked.add(peer);
        } else {
            marked.remove(peer);
        }
    }

    Set<Fingerprint> marked() {
        return Set.copyOf(marked);
    }

    @Override
    public PeerHistory historyOf(Fingerprint peer) {
        return PeerHistory.ASKED;
    }

    @Override
    public Optional<ByteCounters> today() {
        return Optional.empty();
    }

    /** Tells at once what it would have written. */
    @Override
    public void export(ExportFormat format, QueryResult shown) {
        news.add("exported " + shown.rows().size() + " rows as " + format.ending());
    }

    @Override
    public Optional<String> news() {
        return Optional.ofNullable(news.poll());
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
