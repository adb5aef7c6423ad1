package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.notice.HistoryException;
import dev.netwatch.domain.notice.Notice;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * The database, opened at its first use and again after every failure, until it is closed for good.
 */
/*
 * One lock for both connections: SQLite has one writer anyway, and the callers are two or three threads that may wait.
 * After a failure nothing is worth keeping: a connection that met a read-only or full disk stays as it was when the
 * disk has long recovered. Where the file is no longer the one that was opened (deleted, or moved aside by another
 * process that found it damaged), writing on would be writing into the void.
 */
final class SqliteDatabase implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SqliteDatabase.class.getName());

    private final DatabaseOpener opener;
    private final NoticeBoard notices;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closed;
    private @Nullable OpenDatabase current;
    private @Nullable SqlSessionFactory sessions;

    SqliteDatabase(DatabaseOpener opener, NoticeBoard notices) {
        this.opener = opener;
        this.notices = notices;
    }

    /** Opens it if it is not open. */
    void open() {
        use(open -> null);
    }

    /** Runs queries on one consistent state. */
    <T> T read(Function<SqlSession, T> work) {
        return use(open -> inTransaction(open.reader(), Sql.BEGIN_READING, ExecutorType.REUSE, work));
    }

    /** Runs one transaction, all or nothing. */
    <T> T write(ExecutorType executor, Function<SqlSession, T> work) {
        return use(open -> inTransaction(open.writer(), Sql.BEGIN_WRITING, executor, work));
    }

    private <T> T inTransaction(
            Connection connection, String begin, ExecutorType executor, Function<SqlSession, T> work)
            throws SQLException {
        try (SqlSession session = sessions().openSession(executor, connection)) {
            Sql.execute(connection, begin);
            T result = work.apply(session);
            session.flushStatements();
            Sql.execute(connection, Sql.COMMIT);
            return result;
        }
    }

    private SqlSessionFactory sessions() {
        if (sessions == null) {
            sessions = Sessions.factory();
        }
        return sessions;
    }

    @FunctionalInterface
    private interface Use<T> {
        T apply(OpenDatabase open) throws SQLException;
    }

    private <T> T use(Use<T> work) {
        takeLock();
        try {
            return work.apply(opened());
        } catch (SQLException | PersistenceException e) {
            throw failed(e);
        } catch (RuntimeException e) {
            drop();
            throw e;
        } finally {
            if (closed) {
                drop();
            }
            lock.unlock();
        }
    }

    private OpenDatabase opened() {
        if (closed) {
            throw new HistoryException(Notice.warning(
                    "history-closed", "The history " + opener.path() + " was not asked: netwatch is stopping."));
        }
        if (current != null && !Objects.equals(current.identity(), opener.identity())) {
            drop();
            notices.add(Notice.warning(
                    "history-replaced",
                    "The history file " + opener.path() + " was removed or replaced while in use; netwatch goes on with"
                            + " the file that is there now."));
        }
        if (current == null) {
            current = opener.open();
        }
        return current;
    }

    private HistoryException failed(Exception failure) {
        if (!StoreFailure.isCorruption(failure)) {
            drop();
            return StoreFailure.of(opener.path(), failure);
        }
        Notice notice = opener.moveAside(current == null ? null : current.identity(), this::drop);
        notices.add(notice);
        return new HistoryException(notice, failure);
    }

    private void drop() {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    private void takeLock() {
        try {
            if (!lock.tryLock(DatabaseOpener.WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw StoreFailure.busy(opener.path());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HistoryException(
                    Notice.warning("history-interrupted", "The history was not asked: netwatch is stopping."), e);
        }
    }

    /** Waits for whoever works with it at most as long as they wait, and else leaves it to them; never throws. */
    @Override
    public void close() {
        closed = true;
        try {
            takeLock();
        } catch (HistoryException e) {
            LOG.log(System.Logger.Level.WARNING, "the history is still in use and is closed by whoever uses it", e);
            return;
        }
        try {
            drop();
        } finally {
            lock.unlock();
        }
    }
}
