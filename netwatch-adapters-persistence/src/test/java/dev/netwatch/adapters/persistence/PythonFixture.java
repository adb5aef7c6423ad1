package dev.netwatch.adapters.persistence;

import java.nio.file.Path;
import java.sql.SQLException;

/** A database as the Python netwatch leaves it. */
final class PythonFixture {
    private PythonFixture() {}

    static void createTables(Path file) throws SQLException {
        Store.execute(
                file,
                """
                CREATE TABLE IF NOT EXISTS connections (
                    id INTEGER PRIMARY KEY AUTOINCREMENT, process TEXT NOT NULL, remote_host TEXT NOT NULL,
                    remote_port TEXT NOT NULL, protocol TEXT NOT NULL, first_seen TEXT NOT NULL,
                    last_seen TEXT NOT NULL, times_seen INTEGER DEFAULT 1,
                    UNIQUE (process, remote_host, remote_port, protocol))
                """,
                "CREATE TABLE IF NOT EXISTS whois (ip_address TEXT PRIMARY KEY, org_name TEXT, cached_at TEXT)",
                "CREATE TABLE IF NOT EXISTS excluded (process_name TEXT PRIMARY KEY, added_at TEXT)");
    }

    /** Eight rows, of which three have something that cannot be read. */
    static void write(Path file) throws SQLException {
        createTables(file);
        Store.execute(
                file,
                """
                INSERT INTO connections (process, remote_host, remote_port, protocol, first_seen, last_seen, times_seen)
                VALUES
                ('curl', '93.184.216.34', '443', 'TCP',
                    '2025-01-01T10:00:00.123456+02:00', '2025-03-01T08:00:00+00:00', 7),
                ('firefox', '2001:db8:0::5', '443', 'TCP',
                    '2025-01-01T00:00:00+00:00', '2025-01-02T00:00:00+00:00', 2),
                ('firefox', '2001:db8::5 (Example Networks)', '443', 'TCP',
                    '2025-01-01T01:00:00+00:00', '2025-01-03T00:00:00+00:00', 5),
                ('slack', 'ec2-12-34-56-78.compute-1.amazonaws...', '3478', 'UDP',
                    '2025-01-01T00:00:00+00:00', '2025-01-02T00:00:00+00:00', 3),
                ('cut', '198.51.100.7 (A Very Long Organisatio...', '22', 'TCP',
                    '2025-01-01T00:00:00+00:00', '2025-01-02T00:00:00+00:00', 1),
                ('odd', '192.0.2.50', 'https', 'TCP', 'yesterday', '2025-01-02T00:00:00+00:00', 1),
                ('odd', '192.0.2.51', '99999', 'TCP', '', 'never', NULL),
                ('broken', '192.0.2.52', '53', 'icmp', '2025-01-01', '2025-01-02T00:00:00', 'many')
                """,
                """
                INSERT INTO whois VALUES
                ('8.8.8.8', 'Google LLC', '2025-02-01T00:00:00+00:00'),
                ('192.0.2.77', '', '2025-02-01T00:00:00+00:00')
                """,
                "INSERT INTO excluded VALUES ('chrome', '2025-02-02T00:00:00+00:00')",
                "CREATE TABLE something_else (note TEXT)",
                "INSERT INTO something_else VALUES ('kept')");
    }
}
