package dev.netwatch.adapters.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Single statements, and transactions written out. */
/*
 * The driver's own transactions (setAutoCommit(false)) begin the next one as soon as one is committed: a writer would
 * hold the write lock while it rests.
 */
final class Sql {
    /** Takes the write lock at once, so that the transaction waits for other writers instead of failing halfway. */
    static final String BEGIN_WRITING = "BEGIN IMMEDIATE";

    static final String BEGIN_READING = "BEGIN";
    static final String COMMIT = "COMMIT";

    private Sql() {}

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a script of several statements. */
    static void script(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** The number a query answers, 0 where it answers nothing. */
    static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getInt(1) : 0;
        }
    }
}
