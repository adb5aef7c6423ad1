package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.CachedName;
import dev.netwatch.domain.name.NameKind;
import dev.netwatch.domain.notice.HistoryException;
import dev.netwatch.domain.port.NameCache;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/* The cache lies on a disk that may hang. One thread touches it; whoever asks gets an answer in time, or none. Once a
 * reading was late the desk is closed until the cache answers again, so that not every address waits in vain. */
/** Reads and writes the name cache on a thread of its own. A cache that fails or hangs costs caching only. */
final class CacheDesk implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(CacheDesk.class.getName());

    private final NameCache cache;
    private final Duration patience;
    private final int waiting;
    private final ThreadPoolExecutor worker;
    private final OncePerCondition warnings = new OncePerCondition(LOGGER);
    private volatile boolean stuck;

    CacheDesk(NameCache cache, Duration patience, int waiting) {
        this.cache = cache;
        this.patience = patience;
        this.waiting = waiting;
        worker = DaemonThreads.one("netwatch-name-cache", 2 * waiting);
    }

    /**
     * Hands over what the cache holds, or nothing where it fails or takes too long: once, on another thread or this one.
     *
     * @return false where there is no room to ask; then nothing is handed over
     */
    boolean find(IpAddress address, NameKind kind, Consumer<Optional<CachedName>> then) {
        if (stuck) {
            then.accept(Optional.empty());
            return true;
        }
        if (worker.getQueue().size() >= waiting) {
            return false; // the rest is for writing: readers can come again
        }
        CompletableFuture<Optional<CachedName>> found = new CompletableFuture<>();
        if (!submit(() -> found.complete(read(address, kind)))) {
            return false;
        }
        found.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).whenComplete((name, late) -> {
            stuck = late != null;
            then.accept(late == null ? name : Optional.empty());
        });
        return true;
    }

    /** Keeps what was learned; where there is no room to wait it is not kept. */
    void put(IpAddress address, NameKind kind, Learned learned) {
        if (!submit(() -> write(address, kind, learned.toCache()))) {
            LOGGER.log(Level.DEBUG, "the name cache cannot keep up; a name is not kept");
        }
    }

    private boolean submit(Runnable task) {
        return DaemonThreads.offer(worker, () -> {
            task.run();
            stuck = false;
        });
    }

    private Optional<CachedName> read(IpAddress address, NameKind kind) {
        try {
            Optional<CachedName> found = cache.find(address, kind);
            warnings.ended();
            return found;
        } catch (HistoryException e) {
            warnings.warn(
                    e.notice().code(), "Names are not remembered: " + e.notice().sentence());
            return Optional.empty();
        }
    }

    private void write(IpAddress address, NameKind kind, CachedName name) {
        try {
            cache.put(address, kind, name);
        } catch (HistoryException e) {
            warnings.warn(
                    e.notice().code(), "Names are not remembered: " + e.notice().sentence());
        }
    }

    /** What is being read or written ends; what waits is dropped. */
    @Override
    public void close() {
        worker.shutdown();
        int dropped = worker.getQueue().size();
        worker.getQueue().clear();
        LOGGER.log(Level.DEBUG, "name cache closed, {0} tasks dropped", dropped);
    }
}
