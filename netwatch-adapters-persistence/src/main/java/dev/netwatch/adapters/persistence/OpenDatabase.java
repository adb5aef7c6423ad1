package dev.netwatch.adapters.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Both connections to an open database.
 *
 * @param writer the one that writes
 * @param reader sees the last committed state, whoever writes
 * @param identity what makes the file this file, where the system tells
 */
record OpenDatabase(
        Connection writer, Connection reader, @Nullable Object identity) implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(OpenDatabase.class.getName());

    @Override
    public void close() {
        closeQuietly(reader);
        closeQuietly(writer);
    }

    /** Rolls back what is under way. Nothing is lost if this fails: what was committed is on the disk. */
    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing the history", e);
        }
    }
}
