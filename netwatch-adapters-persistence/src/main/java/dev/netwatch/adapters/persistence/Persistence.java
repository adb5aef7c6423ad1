package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.notice.HistoryException;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ExclusionRepository;
import dev.netwatch.domain.port.HistoryRepository;
import dev.netwatch.domain.port.NameCache;
import java.util.List;

/**
 * History, names and exclusions on one database, for those who use no Guice. Thread-safe.
 *
 * <p>A call waits for the disk and for other netwatch processes, but not longer than five seconds; one that fails
 * throws {@link HistoryException}, and the next tries again from the start.
 */
public final class Persistence implements AutoCloseable {
    private final SqliteDatabase database;
    private final NoticeBoard notices;
    private final HistoryRepository history;
    private final NameCache names;
    private final ExclusionRepository exclusions;

    private Persistence(PersistenceConfig config, Clock clock) {
        notices = new NoticeBoard();
        database = new SqliteDatabase(new DatabaseOpener(config, clock, notices), notices);
        history = new MybatisHistoryRepository(database, clock, config);
        names = new MybatisNameCache(database, clock, config.retention());
        exclusions = new MybatisExclusionRepository(database);
    }

    /**
     * Opens the database now. If that fails, {@link #notices} says why, the ports throw the same, and each use tries
     * again.
     */
    public static Persistence open(PersistenceConfig config, Clock clock) {
        Persistence persistence = lazy(config, clock);
        try {
            persistence.database.open();
        } catch (HistoryException e) {
            persistence.notices.add(e.notice());
        }
        return persistence;
    }

    /** Opens the database at its first use; until then no file is touched. */
    public static Persistence lazy(PersistenceConfig config, Clock clock) {
        return new Persistence(config, clock);
    }

    public HistoryRepository history() {
        return history;
    }

    public NameCache names() {
        return names;
    }

    public ExclusionRepository exclusions() {
        return exclusions;
    }

    /**
     * What happened to the file so far that its user should know: imported, moved aside, not to be opened. Each once, in
     * the order they came.
     */
    public List<Notice> notices() {
        return notices.all();
    }

    /** Ends the run and closes the database. Idempotent, never throws. */
    @Override
    public void close() {
        history.close();
        database.close();
    }
}
