package dev.netwatch.tui.runtime;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.query.QueryResult;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.config.ConfigStore;
import dev.netwatch.tui.config.Home;
import dev.netwatch.tui.config.NetwatchConfig;
import dev.netwatch.tui.config.UsageException;
import dev.netwatch.tui.screen.PeerHistory;
import dev.netwatch.tui.state.ExportFormat;
import dev.netwatch.tui.state.Preferences;
import dev.netwatch.tui.terminal.DashboardModel;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What lies behind the dashboard. The adapters are built by the sampling thread, after the first frame: nothing that is
 * not on that frame is waited for.
 */
public final class LiveModel implements DashboardModel, AutoCloseable {
    /** The exit is not held longer by a sample under way. */
    private static final long PATIENCE_AT_THE_END_MILLIS = 300;

    private final Supplier<Backend> backends;
    private final NetwatchConfig config;
    private final Duration interval;
    private final Clock clock;
    private final List<Notice> standing;
    private final Home home;
    private final Memories memories;
    private final Exporter exporter;
    private final Errands errands;
    private final FilterMemory filters;
    private final Stop stop = new Stop();
    private final AtomicReference<Snapshot> latest = new AtomicReference<>(Snapshot.MEASURING);
    private final Queue<String> news = new ConcurrentLinkedQueue<>();
    private volatile Runnable changed = () -> {};
    private volatile Optional<Session> session = Optional.empty();
    private volatile Optional<RuntimeException> failure = Optional.empty();
    private volatile Optional<Thread> sampling = Optional.empty();

    /**
     * @param backends builds the adapters; called once, on the sampling thread
     * @param home where filters are kept
     * @param standing why nothing can be kept in the home folder; empty if it can
     */
    public LiveModel(
            Supplier<Backend> backends,
            NetwatchConfig config,
            Home home,
            Duration interval,
            Clock clock,
            List<Notice> standing) {
        this.backends = backends;
        this.config = config;
        this.interval = interval;
        this.clock = clock;
        this.standing = List.copyOf(standing);
        this.home = home;
        this.errands = new Errands();
        this.filters = new FilterMemory(home, errands);
        this.exporter = new Exporter(home, clock, ZoneId.systemDefault());
        this.memories = Memories.of(config, clock, () -> session.ifPresent(Session::wake), () -> changed.run());
    }

    @Override
    public void start(Runnable whenChanged) {
        changed = whenChanged;
        Trace.mark("first frame");
        Thread thread = new Thread(this::sample, "netwatch-sampler");
        thread.setDaemon(true);
        sampling = Optional.of(thread);
        thread.start();
        filters.load();
    }

    private void sample() {
        try (Session opened = new Session(backends.get(), config, memories, Session.PATIENCE_OF_A_SCREEN)) {
            session = Optional.of(opened);
            Trace.mark("adapters built");
            Runnable tick = () -> {
                boolean first = latest.get().isMeasuring();
                latest.set(opened.tick());
                changed.run();
                if (first) {
                    Trace.mark("first sample");
                }
            };
            new SamplerLoop(tick, interval, clock, stop).run();
        } catch (RuntimeException e) {
            fail(e);
        } catch (LinkageError e) { // a native library that does not fit this machine
            fail(new IllegalStateException("a part of netwatch does not load: " + e.getMessage(), e));
        } catch (Error e) { // such as memory that ran out: a screen that stands still must not look alive
            fail(new IllegalStateException("sampling stopped: " + e, e));
        }
    }

    private void fail(RuntimeException e) {
        failure = Optional.of(e);
        changed.run();
    }

    /**
     * The latest snapshot.
     *
     * @throws dev.netwatch.domain.notice.SourceException if no source works: there is nothing to show, ever
     */
    @Override
    public Snapshot latest() {
        if (failure.isPresent()) {
            throw failure.get();
        }
        return latest.get();
    }

    @Override
    public Set<Exclusion> exclusions() {
        return memories.exclusions().all();
    }

    @Override
    public void exclude(String process) {
        memories.exclusions().add(process);
    }

    @Override
    public void include(String process) {
        memories.exclusions().remove(process);
    }

    @Override
    public void mark(Fingerprint peer, boolean known) {
        memories.marks().mark(peer, known);
        session.ifPresent(Session::wake);
    }

    @Override
    public PeerHistory historyOf(Fingerprint peer) {
        boolean nowhere = session.isPresent() && !session.get().remembers();
        return nowhere ? PeerHistory.UNAVAILABLE : memories.lookups().of(peer);
    }

    @Override
    public Optional<ByteCounters> today() {
        return session.flatMap(opened -> opened.today(latest.get()));
    }

    @Override
    public void export(ExportFormat format, QueryResult shown) {
        boolean begun = errands.run(() -> tell(exporter.write(format, shown)));
        if (!begun) {
            tell("not exported: too much is waiting to be written");
        }
    }

    private void tell(String sentence) {
        news.add(sentence);
        changed.run();
    }

    @Override
    public Optional<String> news() {
        return Optional.ofNullable(news.poll());
    }

    @Override
    public void save(Preferences chosen) {
        if (!errands.run(() -> tell(saved(chosen)))) {
            tell("not saved: too much is waiting to be written");
        }
    }

    private String saved(Preferences chosen) {
        try {
            return new ConfigStore(home).keep(chosen);
        } catch (UsageException e) {
            return "not saved: " + e.notice().sentence();
        }
    }

    @Override
    public void later(Runnable errand) {
        errands.run(errand);
    }

    @Override
    public void clearExclusions() {
        memories.exclusions().clear();
    }

    @Override
    public List<String> pastFilters() {
        return filters.all();
    }

    @Override
    public void rememberFilter(String filter) {
        filters.remember(filter);
    }

    @Override
    public List<Notice> notices() {
        if (!standing.isEmpty()) {
            return standing; // a folder that cannot be used: whatever cannot be written in it is the same news
        }
        List<Notice> notices = new ArrayList<>(session.map(Session::notices).orElse(List.of()));
        filters.trouble().ifPresent(notices::add);
        return notices;
    }

    /** Stops sampling and writes what is left. Idempotent; takes little more than a second, whatever hangs. */
    @Override
    public void close() {
        stop.ask();
        errands.close();
        sampling.ifPresent(thread -> {
            try {
                thread.join(PATIENCE_AT_THE_END_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (thread.isAlive()) { // a sample hangs: history need not
                session.ifPresent(Session::closeMemory);
            }
        });
    }
}
