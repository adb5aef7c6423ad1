package dev.netwatch.tui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.query.Query;
import dev.netwatch.domain.query.QueryResult;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.tui.config.Home;
import dev.netwatch.tui.state.ExportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {
    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock(Instant.parse("2026-01-02T03:04:05Z"));
    private Path folder;
    private Exporter exporter;
    private QueryResult shown;

    @BeforeEach
    void prepare() {
        Path home = directory.resolve("home");
        folder = home.resolve("exports");
        exporter = new Exporter(new Home(home, Optional.empty()), clock, ZoneOffset.UTC);
        Connections traffic = new Connections(new FakeClock());
        traffic.tcp("curl", 7).to("192.0.2.1", 443);
        shown = Query.EVERYTHING.run(traffic.tick());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void eachExportIsANewFileOfItsUserAlone() throws IOException {
        String told = exporter.write(ExportFormat.CSV, shown);
        Path file = folder.resolve("netwatch-20260102-030405.csv");
        assertEquals("exported 1 connection to " + file, told);
        exporter.write(ExportFormat.CSV, shown);
        exporter.write(ExportFormat.NDJSON, shown);
        assertEquals(
                List.of(
                        "netwatch-20260102-030405-2.csv",
                        "netwatch-20260102-030405.csv",
                        "netwatch-20260102-030405.ndjson"),
                files());
        assertEquals(2, Files.readAllLines(file).size());
        assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    }

    @Test
    void aLinkInItsPlaceIsNotFollowed() throws IOException {
        Files.createDirectories(folder);
        Path victim = Files.writeString(directory.resolve("victim"), "precious");
        Files.createSymbolicLink(folder.resolve("netwatch-20260102-030405.csv"), victim);
        Files.createSymbolicLink(folder.resolve("netwatch-20260102-030405-2.csv"), directory.resolve("not-there"));
        String told = exporter.write(ExportFormat.CSV, shown);
        assertTrue(told.endsWith("netwatch-20260102-030405-3.csv"), told);
        assertEquals("precious", Files.readString(victim));
        assertTrue(Files.notExists(directory.resolve("not-there")));
    }

    @Test
    void aFolderThatIsALinkOrAFileIsToldAndLeftAlone() throws IOException {
        Files.createDirectories(folder.getParent());
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.createSymbolicLink(folder, elsewhere);
        String told = exporter.write(ExportFormat.JSON, shown);
        assertTrue(told.startsWith("not exported: " + folder), told);
        try (Stream<Path> files = Files.list(elsewhere)) {
            assertEquals(0, files.count());
        }
        Files.delete(folder);
        Files.writeString(folder, "a file");
        told = exporter.write(ExportFormat.JSON, shown);
        assertTrue(told.startsWith("not exported: " + folder), told);
        assertEquals("a file", Files.readString(folder));
    }
}
