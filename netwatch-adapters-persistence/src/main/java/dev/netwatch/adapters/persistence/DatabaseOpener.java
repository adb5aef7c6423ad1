package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.notice.HistoryException;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.Clock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Makes a usable database of whatever lies at the path: nothing, an older one, a Python netwatch's, a damaged one. */
final class DatabaseOpener {
    /** Waited for twice at most, for a thread of this process and for another process: five seconds together. */
    static final Duration WAIT = Duration.ofMillis(2500);

    /** Up to this size a damaged page is looked for at once; in a larger file it shows when it is met. */
    private static final long CHECKED_SIZE = 16 << 20;

    /** {@code SQLITE_OPEN_NOFOLLOW}, which the driver has no word for. @see <a href="https://www.sqlite.org/c3ref/open.html">sqlite3_open_v2</a> */
    private static final int NO_FOLLOW = 0x0100_0000;

    private final DatabaseFile file;
    private final PersistenceConfig config;
    private final Clock clock;
    private final NoticeBoard notices;
    private final Migrations migrations;
    private final PythonImport pythonImport;

    DatabaseOpener(PersistenceConfig config, Clock clock, NoticeBoard notices) {
        this(config, clock, notices, Migrations.SHIPPED, PythonImport.Step.NONE);
    }

    /** @param step is told how far an import has come */
    DatabaseOpener(
            PersistenceConfig config, Clock clock, NoticeBoard notices, Migrations migrations, PythonImport.Step step) {
        this.config = config;
        this.clock = clock;
        this.notices = notices;
        this.migrations = migrations;
        file = new DatabaseFile(config);
        pythonImport = new PythonImport(file, clock, notices, step);
    }

    Path path() {
        return config.file();
    }

    @Nullable
    Object identity() {
        return file.identity();
    }

    /**
     * Opens it; a damaged file is moved aside and a new one begun.
     *
     * @throws HistoryException if that is impossible
     */
    OpenDatabase open() {
        config.nativeDirectory().ifPresent(NativeLibrary::keepIn);
        try {
            return openFile();
        } catch (SQLException e) {
            if (!StoreFailure.isCorruption(e)) {
                throw StoreFailure.of(path(), e);
            }
        }
        try {
            return openFile();
        } catch (SQLException e) {
            throw StoreFailure.of(path(), e);
        }
    }

    /**
     * Moves the damaged file aside, unless it is no longer the one that was found damaged.
     *
     * @param closing closes what is open of it; idempotent
     */
    /* Moved first, where the system lets one move an open file: SQLite leaves the -wal of a moved database alone, but
     * clears away that of a database it closes. */
    Notice moveAside(@Nullable Object identity, Runnable closing) {
        if (!PrivateFiles.POSIX) {
            closing.run();
        }
        try {
            return file.moveAside(identity, clock.now());
        } finally {
            closing.run();
        }
    }

    private OpenDatabase openFile() throws SQLException {
        file.prepare();
        Object identity = file.identity();
        List<Connection> opened = new ArrayList<>(2);
        try {
            opened.add(connect());
            prepare(opened.get(0));
            opened.add(connect());
            // In WAL mode a power cut may then cost the last seconds, never the file. Not set by the driver while it
            // connects: that reads the file, and finding it damaged there the driver would clear its -wal away.
            Sql.execute(opened.get(0), "PRAGMA synchronous = NORMAL");
            return new OpenDatabase(opened.get(0), opened.get(1), identity);
        } catch (SQLException | RuntimeException e) {
            if (StoreFailure.isCorruption(e)) {
                notices.add(moveAside(identity, () -> opened.forEach(OpenDatabase::closeQuietly)));
            }
            opened.forEach(OpenDatabase::closeQuietly);
            throw e;
        }
    }

    private void prepare(Connection writer) throws SQLException {
        if (file.size() <= CHECKED_SIZE) {
            check(writer);
        }
        migrations.refuseUnknown(writer, path());
        if (migrations.areDue(writer)) {
            migrate(writer);
        }
        // Readers do not wait for the writer, nor it for them.
        Sql.execute(writer, "PRAGMA journal_mode = WAL");
        file.protectSidecars();
    }

    /* The write lock is taken before looking, so that of two processes that start at once the second finds the work
     * done. Whatever goes wrong, and even if the process dies, SQLite undoes the transaction. */
    private void migrate(Connection writer) throws SQLException {
        Sql.execute(writer, Sql.BEGIN_WRITING);
        if (migrations.areDue(writer)) {
            if (PythonImport.isDue(writer)) {
                pythonImport.run(writer, this::connect, migrations);
            } else {
                migrations.apply(writer);
            }
        }
        Sql.execute(writer, Sql.COMMIT);
        pythonImport.tell();
    }

    private static void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (result.next() && !"ok".equals(result.getString(1))) {
                throw new SQLiteException(result.getString(1), SQLiteErrorCode.SQLITE_CORRUPT);
            }
        }
    }

    private Connection connect() throws SQLException {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setBusyTimeout((int) WAIT.toMillis());
        sqlite.enforceForeignKeys(true);
        Properties properties = sqlite.toProperties();
        if (config.owner().isPresent()) {
            properties.setProperty("open_mode", Integer.toString(sqlite.getOpenModeFlags() | NO_FOLLOW));
        }
        return JDBC.createConnection("jdbc:sqlite:" + file.location(), properties);
    }
}
