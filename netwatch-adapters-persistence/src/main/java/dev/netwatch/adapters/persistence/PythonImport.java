package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;

/** Takes over the database of the Python netwatch, in place. */
/*
 * All happens in the one transaction that also makes our tables and drops the old ones: whatever breaks off before its
 * commit leaves the Python netwatch's file as it was. The copy that is kept is made under that transaction's write lock
 * by a second connection, so it holds exactly what is imported, with what stood in a -wal file.
 */
final class PythonImport {
    private static final List<String> TABLES = List.of("connections", "whois", "excluded");

    /** Where an import stands; tests break it off there. */
    interface Step {
        Step NONE = where -> {};

        void reached(String where);
    }

    private final DatabaseFile file;
    private final Clock clock;
    private final NoticeBoard notices;
    private final Step step;
    private final List<Notice> outcome = new ArrayList<>();

    PythonImport(DatabaseFile file, Clock clock, NoticeBoard notices, Step step) {
        this.file = file;
        this.clock = clock;
        this.notices = notices;
        this.step = step;
    }

    /** Whether this is such a database. An empty file has version 0 too: the tables tell. */
    static boolean isDue(Connection connection) throws SQLException {
        return TABLES.stream().anyMatch(tables(connection)::contains);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        if (Sql.number(connection, "PRAGMA user_version") != 0) {
            return names;
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }

    /** Opens another connection to the same file. */
    interface Opening {
        Connection open() throws SQLException;
    }

    /**
     * Imports inside the caller's transaction, which holds the write lock; what to tell waits for {@link #tell}.
     *
     * @param second opens a connection that follows links no more than the first
     */
    void run(Connection connection, Opening second, Migrations migrations) throws SQLException {
        outcome.clear();
        List<String> tables = tables(connection);
        Path kept = keepOriginal(second);
        step.reached("copied");
        migrations.apply(connection);
        step.reached("migrated");
        PythonRows rows = new PythonRows(clock.now(), file.lastModified());
        try (SqlSession session = Sessions.factory().openSession(ExecutorType.BATCH, connection)) {
            copyRows(connection, tables, rows, session.getMapper(ImportMapper.class));
            session.flushStatements();
        }
        step.reached("imported");
        dropTables(connection, tables);
        step.reached("dropped");
        outcome.add(Notice.info(
                "history-imported",
                "Imported the Python netwatch's history (" + rows.count() + " rows) into " + file.path()
                        + "; the original is kept as " + kept + "."));
        rows.complaint().ifPresent(outcome::add);
    }

    /** After the commit: before it, nothing has happened. */
    void tell() {
        outcome.forEach(notices::add);
        outcome.clear();
    }

    private Path keepOriginal(Opening second) throws SQLException {
        Path kept = file.freeName("python", clock.now());
        Path partial = kept.resolveSibling(file.path().getFileName() + ".python-partial");
        try {
            file.createEmpty(partial);
            step.reached("copying");
            try (Connection reader = second.open();
                    PreparedStatement vacuum = reader.prepareStatement("VACUUM INTO ?")) {
                vacuum.setString(1, file.plain(partial).toString());
                vacuum.executeUpdate();
            }
            return Files.move(partial, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StoreFailure.of(partial, e);
        }
    }

    private static void copyRows(Connection connection, List<String> tables, PythonRows rows, ImportMapper mapper)
            throws SQLException {
        if (tables.contains("whois")) {
            each(connection, "SELECT ip_address, org_name, cached_at FROM whois", row -> rows.whois(row, mapper));
        }
        if (tables.contains("connections")) {
            each(
                    connection,
                    "SELECT process, remote_host, remote_port, protocol, first_seen, last_seen, times_seen"
                            + " FROM connections",
                    row -> rows.connection(row, mapper));
        }
        if (tables.contains("excluded")) {
            each(connection, "SELECT process_name, added_at FROM excluded", row -> rows.excluded(row, mapper));
        }
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String query, RowReader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                reader.read(result);
            }
        }
    }

    private static void dropTables(Connection connection, List<String> tables) throws SQLException {
        for (String table : TABLES) {
            if (tables.contains(table)) {
                Sql.execute(connection, "DROP TABLE " + table);
            }
        }
    }
}
