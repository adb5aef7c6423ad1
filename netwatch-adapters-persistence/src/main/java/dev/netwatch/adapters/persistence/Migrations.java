package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.notice.HistoryException;
import dev.netwatch.domain.notice.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The numbered scripts that make a database of any earlier version one of this version.
 *
 * @param scripts their resource names; the n-th leads from version n - 1 to n
 */
record Migrations(List<String> scripts) {
    static final Migrations SHIPPED = new Migrations(List.of("/db/V001__history.sql", "/db/V002__days.sql"));

    /** Tells our files from those of others that count versions too: "nwch". */
    private static final int APPLICATION_ID = 0x6e776368;

    private static final String FOREIGN_TABLES = """
            SELECT count(*) FROM sqlite_schema
            WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            """;

    private int known() {
        return scripts.size();
    }

    /** @throws HistoryException if a newer netwatch or another program made the file */
    void refuseUnknown(Connection connection, Path file) throws SQLException {
        int version = Sql.number(connection, "PRAGMA user_version");
        boolean ours = Sql.number(connection, "PRAGMA application_id") == APPLICATION_ID;
        if (ours ? version > known() : version != 0 || isForeign(connection)) {
            throw new HistoryException(ours ? newer(file, version) : foreign(file));
        }
    }

    private Notice newer(Path file, int version) {
        return Notice.error(
                "history-newer",
                "The history file " + file + " was written by a newer netwatch (schema " + version
                        + ", this one knows " + known()
                        + ") and was left as it is; update netwatch or choose another folder with --home.");
    }

    private static Notice foreign(Path file) {
        return Notice.error(
                "history-foreign",
                "The file " + file + " is the database of another program and was left as it is; move it away or choose"
                        + " another folder with --home.");
    }

    private static boolean isForeign(Connection connection) throws SQLException {
        return Sql.number(connection, FOREIGN_TABLES) > 0 && !PythonImport.isDue(connection);
    }

    boolean areDue(Connection connection) throws SQLException {
        return Sql.number(connection, "PRAGMA user_version") < known();
    }

    /** Applies what is due, inside the caller's transaction. */
    void apply(Connection connection) throws SQLException {
        for (int version = Sql.number(connection, "PRAGMA user_version"); version < known(); version++) {
            Sql.script(connection, script(scripts.get(version)));
        }
        Sql.execute(connection, "PRAGMA application_id = " + APPLICATION_ID);
        Sql.execute(connection, "PRAGMA user_version = " + known());
    }

    private static String script(String name) {
        try (InputStream resource = Migrations.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("missing from the jar: " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
