package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.port.HistoryRepository;
import dev.netwatch.domain.testkit.FakeClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A database file for a test, and whoever was opened on it. */
final class Store implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    final FakeClock clock = new FakeClock(NOON);
    final PersistenceConfig config;
    private final List<Persistence> opened = new ArrayList<>();

    Store(Path directory) {
        this(PersistenceConfig.in(directory));
    }

    Store(PersistenceConfig config) {
        this.config = config;
    }

    Path file() {
        return config.file();
    }

    Persistence open() {
        Persistence persistence = Persistence.open(config, clock);
        opened.add(persistence);
        return persistence;
    }

    HistoryRepository run() {
        return open().history();
    }

    /** The first column of what a plain connection answers. */
    List<String> ask(String sql) throws SQLException {
        return ask(file(), sql);
    }

    static List<String> ask(Path file, String sql) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                answers.add(String.valueOf(result.getString(1)));
            }
        }
        return answers;
    }

    static void execute(Path file, String... script) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : script) {
                statement.executeUpdate(sql);
            }
        }
    }

    @Override
    public void close() {
        opened.forEach(Persistence::close);
    }
}
